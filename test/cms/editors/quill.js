import Quill from 'quill';

export async function start(isDocumented) {
  if (isDocumented) await import('../settings/quill.js');
  const editor = new Quill('#content', {theme: 'snow'});
  return {
    set: (html) => editor.setContents(editor.clipboard.convert({html})),
    get: () => editor.getSemanticHTML(),
    focus: () => editor.focus(),
  };
}
