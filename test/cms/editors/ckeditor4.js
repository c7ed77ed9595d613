/* global CKEDITOR */
export async function start() {
  const editor = CKEDITOR.replace('content', {versionCheck: false});
  await new Promise((resolve) => editor.on('instanceReady', resolve));
  return {
    set: (html) => new Promise((resolve) => editor.setData(html, {callback: resolve})),
    get: () => editor.getData(),
    focus: () => editor.focus(),
  };
}
