import {Editor} from '@tiptap/core';
import {StarterKit} from '@tiptap/starter-kit';

export async function start(isDocumented) {
  const {qdNodes} = isDocumented ? await import('../settings/tiptap.js') : {qdNodes: []};
  const editor = new Editor({
    element: document.querySelector('#content'),
    extensions: [StarterKit, ...qdNodes],
  });
  return {
    set: (html) => editor.commands.setContent(html),
    get: () => editor.getHTML(),
    focus: () => editor.view.focus(),
  };
}
