/** The ways in: through a sanitizer, an editor's own "set content", and a real paste. */
import {DOMPURIFY, EDITORS, sanitizers} from './software.mjs';

const CONFIGURATIONS = [
  ['usual', '默认'],
  ['documented', '按本文设置'],
];

/** What stands in the article's HTML: text forms as the paragraph that an editor types them into. */
function asHtml({form, article}) {
  return form === 'text' || form === 'marker' ? `<p>${article.replaceAll('\n', '<br>')}</p>` : article;
}

/** Opens an editor's page, waits until it can be used. */
async function openEditor(site, id, isDocumented) {
  const {page} = await site.open(`/admin/edit/${id}.html${isDocumented ? '#documented' : ''}`);
  await page.evaluate(() => globalThis.starting);
  // As a copy button does it: a listener of the copy event puts both flavours on the clipboard.
  await page.evaluate(() => {
    document.getElementById('source').addEventListener('copy', (event) => {
      for (const [type, text] of Object.entries(globalThis.flavours)) event.clipboardData.setData(type, text);
      event.preventDefault();
    });
  });
  return page;
}

const set = (page, html) =>
  page.evaluate(async (content) => {
    await globalThis.cms.set(content);
    return globalThis.cms.get();
  }, html);

/** Ctrl+C in our own page, Ctrl+V in the editor: trusted events and the browser's own clipboard. */
async function paste(page, {form, article, plain}) {
  const isText = form === 'text' || form === 'marker';
  await page.evaluate(
    async (flavours) => {
      globalThis.flavours = flavours;
      await globalThis.cms.set('');
      const source = document.getElementById('source');
      source.focus();
      source.select();
    },
    isText ? {'text/plain': article} : {'text/html': article, 'text/plain': plain},
  );
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyC', {commands: ['Copy']});
  await page.keyboard.up('Control');
  const empty = await page.evaluate(async () => {
    await globalThis.cms.focus();
    return globalThis.cms.get();
  });
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyV', {commands: ['Paste']});
  await page.keyboard.up('Control');
  // Some editors insert a moment later. Where nothing comes at all, the form is gone.
  return page.evaluate(async (before) => {
    let last = before;
    let same = 0;
    for (let frames = 0; frames < 25 && same < 3; frames++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = globalThis.cms.get();
      same = now === last && now !== before ? same + 1 : 0;
      last = now;
    }
    return last;
  }, empty);
}

/**
 * Every way in: `run(snippets)` gives what is left of each, in the same order.
 *
 * @returns {Promise<{id: string, software: string, version: string, way: string, configuration: string,
 *   isDocumented: boolean, isMarkdown?: boolean, run: (snippets: object[]) => Promise<string[]>}[]>}
 */
export async function routes(site) {
  const list = [];
  const each = (entry, way, wayName, make) => {
    for (const [key, configuration] of CONFIGURATIONS) {
      list.push({
        id: `${entry.id}-${way}-${key}`,
        software: entry.name,
        version: entry.version,
        way: wayName,
        configuration,
        isDocumented: key === 'documented',
        isMarkdown: entry.isMarkdown,
        run: make(key),
      });
    }
  };
  const inEditor = (id, perform) => (key) => async (snippets) => {
    const page = await openEditor(site, id, key === 'documented');
    const left = [];
    for (const snippet of snippets) left.push(await perform(page, snippet));
    await page.close();
    return left;
  };
  const bySet = (page, snippet) => set(page, asHtml(snippet));

  for (const editor of EDITORS) {
    each(editor, 'set', '载入内容', inEditor(editor.id, bySet));
    each(editor, 'paste', '粘贴', inEditor(editor.id, paste));
  }
  each(DOMPURIFY, 'clean', '过滤', inEditor('dompurify', bySet));
  for (const sanitizer of await sanitizers()) {
    each(
      sanitizer,
      'clean',
      sanitizer.isMarkdown ? '渲染' : '过滤',
      (key) => (snippets) =>
        snippets.map((snippet) => sanitizer[key](sanitizer.isMarkdown ? snippet.article : asHtml(snippet))),
    );
  }
  return list;
}
