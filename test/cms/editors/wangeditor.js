import {createEditor} from '@wangeditor/editor';

export async function start(isDocumented) {
  if (isDocumented) await import('../settings/wangeditor.js');
  let editor;
  // A new one for each article, as back ends do it: it keeps the caret of what it held before.
  function set(html) {
    if (editor && html === '') {
      editor.clear();
      return;
    }
    editor?.destroy();
    editor = createEditor({selector: '#content', html, config: {autoFocus: false}, mode: 'default'});
  }
  set('');
  return {set, get: () => editor.getHtml(), focus: () => editor.focus(true)};
}
