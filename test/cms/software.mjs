/**
 * The software that the snippets go through, each as it comes and as our documentation opens it. What is loaded
 * in a browser stands in editors/; what is documented stands in settings/, word for word.
 */
import {readFileSync} from 'node:fs';

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;

/** Editors: the name of their module in editors/, and what else their page loads, from node_modules. */
export const EDITORS = [
  {id: 'tinymce', name: 'TinyMCE', version: versionOf('tinymce')},
  {id: 'ckeditor5', name: 'CKEditor 5', version: versionOf('ckeditor5')},
  {id: 'ckeditor4', name: 'CKEditor 4', version: versionOf('ckeditor4'), script: 'ckeditor4/ckeditor.js'},
  {
    id: 'kindeditor',
    name: 'KindEditor',
    version: versionOf('kindeditor'),
    script: 'kindeditor/kindeditor-all.js',
  },
  {id: 'wangeditor', name: 'wangEditor 5', version: versionOf('@wangeditor/editor')},
  {id: 'quill', name: 'Quill', version: versionOf('quill')},
  {id: 'tiptap', name: 'Tiptap（StarterKit）', version: versionOf('@tiptap/core')},
];

/** Sanitizers and Markdown in Node: `clean(html)` gives what is left, by default and as documented. */
export async function sanitizers() {
  const [
    {default: sanitizeHtml},
    {default: xss},
    {unified},
    {default: rehypeParse},
    {default: rehypeSanitize},
  ] = await Promise.all([
    import('sanitize-html'),
    import('xss'),
    import('unified'),
    import('rehype-parse'),
    import('rehype-sanitize'),
  ]);
  const [{default: rehypeStringify}, {default: markdownIt}] = await Promise.all([
    import('rehype-stringify'),
    import('markdown-it'),
  ]);
  const [forSanitizeHtml, forXss, forRehype, forMarkdownIt] = await Promise.all(
    ['sanitize-html', 'xss', 'rehype-sanitize', 'markdown-it'].map((id) => import(`./settings/${id}.js`)),
  );
  const rehype = (schema) => (html) =>
    String(
      unified()
        .use(rehypeParse, {fragment: true})
        .use(rehypeSanitize, schema)
        .use(rehypeStringify)
        .processSync(html),
    );
  const markdown = (options) => (text) => markdownIt(options).render(text);
  return [
    {
      id: 'sanitize-html',
      name: 'sanitize-html',
      usual: (html) => sanitizeHtml(html),
      documented: (html) => sanitizeHtml(html, forSanitizeHtml.qdOptions),
    },
    {
      id: 'xss',
      name: 'js-xss',
      usual: (html) => new xss.FilterXSS().process(html),
      documented: (html) => new xss.FilterXSS(forXss.qdOptions).process(html),
    },
    {
      id: 'rehype-sanitize',
      name: 'rehype-sanitize（GitHub）',
      usual: rehype(undefined),
      documented: rehype(forRehype.qdSchema),
    },
    {
      id: 'markdown-it',
      name: 'markdown-it',
      isMarkdown: true,
      usual: markdown({}),
      documented: markdown(forMarkdownIt.qdOptions),
    },
  ].map((entry) => ({...entry, version: versionOf(entry.id)}));
}

/** Its version; it runs in the browser, in the page of editors/dompurify.js. */
export const DOMPURIFY = {id: 'dompurify', name: 'DOMPurify', version: versionOf('dompurify')};
