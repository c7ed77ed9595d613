/* global KindEditor */
export async function start() {
  const editor = await new Promise((resolve) => {
    const created = KindEditor.create('#content', {afterCreate: () => setTimeout(() => resolve(created))});
  });
  return {
    set: (html) => editor.html(html),
    get: () => editor.html(),
    focus: () => editor.focus(),
  };
}
