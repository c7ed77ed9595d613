import {
  BlockQuote,
  Bold,
  ClassicEditor,
  Essentials,
  GeneralHtmlSupport,
  Heading,
  ImageBlock,
  ImageInline,
  Link,
  LinkImage,
  List,
  Paragraph,
  Table,
} from 'ckeditor5';
import {qdHtmlSupport} from '../settings/ckeditor5.js';

const USUAL = [
  BlockQuote,
  Bold,
  Essentials,
  Heading,
  ImageBlock,
  ImageInline,
  Link,
  LinkImage,
  List,
  Paragraph,
  Table,
];

export async function start(isDocumented) {
  const editor = await ClassicEditor.create(document.querySelector('#content'), {
    licenseKey: 'GPL',
    plugins: isDocumented ? [...USUAL, GeneralHtmlSupport] : USUAL,
    ...(isDocumented ? {htmlSupport: qdHtmlSupport} : undefined),
  });
  return {
    set: (html) => editor.setData(html),
    get: () => editor.getData(),
    focus: () => editor.editing.view.focus(),
  };
}
