/* global CKEDITOR, qdConfig */
export async function start(isDocumented) {
  const editor = CKEDITOR.replace('content', {
    versionCheck: false,
    ...(isDocumented ? qdConfig : undefined),
  });
  await new Promise((resolve) => editor.on('instanceReady', resolve));
  return {
    set: (html) => new Promise((resolve) => editor.setData(html, {callback: resolve})),
    get: () => editor.getData(),
    focus: () => editor.focus(),
  };
}
