/* global KindEditor, qdHtmlTags */
export async function start(isDocumented) {
  const editor = await new Promise((resolve) => {
    const created = KindEditor.create('#content', {
      ...(isDocumented ? {htmlTags: qdHtmlTags} : undefined),
      afterCreate: () => setTimeout(() => resolve(created)),
    });
  });
  return {
    set: (html) => editor.html(html),
    get: () => editor.html(),
    focus: () => editor.focus(),
  };
}
