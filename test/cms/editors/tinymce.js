import tinymce from 'tinymce/tinymce';
import 'tinymce/models/dom/model';
import 'tinymce/themes/silver/theme';
import 'tinymce/icons/default/icons';
import 'tinymce/plugins/image';
import 'tinymce/plugins/link';
import 'tinymce/plugins/lists';
import 'tinymce/plugins/table';
import {qdSettings} from '../settings/tinymce.js';

export async function start(isDocumented) {
  const [editor] = await tinymce.init({
    selector: '#content',
    license_key: 'gpl',
    skin: false,
    content_css: false,
    promotion: false,
    plugins: 'image link lists table',
    ...(isDocumented ? qdSettings : undefined),
  });
  return {
    set: (html) => editor.setContent(html),
    get: () => editor.getContent(),
    focus: () => editor.focus(),
  };
}
