import {expect, fixture, html} from '@open-wc/testing';
import seed from '../seeds/qingdao-2024-h1.json';
import {registerBundledReport} from '../src/report-registry.js';
import type {Report} from '../src/schema.js';
import type {ReportElement} from '../widgets/report-element.js';
import '../widgets/index.js';
import {base, inState, listen, textOf, until} from './fixtures.js';

const ROWS = 200;
const given = seed as unknown as Report;
const named = (i: number) => ({'zh-CN': `公园${i}号`, en: `Park ${i}.`});

/** As many as asked for, each with an id and a name of its own. */
function many<Item>(items: readonly Item[] | undefined, own: (i: number) => Partial<Item>): Item[] {
  return Array.from({length: ROWS}, (_none, i) => ({...items![i % items!.length]!, ...own(i)}));
}

const rank = given.observations.find(({kind}) => kind === 'rank')!;
const LONG: Report = {
  ...given,
  id: 'long',
  observations: many([rank], (i) => ({indicator: `rank-${i}`, label: named(i)})),
  issues: many(given.issues, (i) => ({id: `issue-${i}`, number: `2.${i + 1}`, title: named(i), plans: []})),
  plans: many(given.plans, (i) => ({id: `plan-${i}`, number: `3.${i + 1}`, title: named(i)})),
  platforms: many(given.platforms, (i) => ({id: `platform-${i}`, name: named(i), indicators: [`rank-${i}`]})),
  documents: many(given.documents, (i) => ({id: `document-${i}`, status: 'issued', title: named(i)})),
};
registerBundledReport('long', () => LONG);

const LISTS: Array<[tag: string, row: string]> = [
  ['qd-issue-list', 'issue'],
  ['qd-plan-list', 'plan'],
  ['qd-platform-list', 'platform'],
  ['qd-document-list', 'document'],
  ['qd-standings', 'standing'],
];

interface Seen {
  busy: string | null;
  rows: number;
  told: number;
}

for (const [tag, part] of LISTS) {
  describe(`<${tag}> with ${ROWS} rows`, () => {
    const rows = (el: Element) => [...el.shadowRoot!.querySelectorAll<HTMLElement>(`li[part=${part}]`)];
    const numbers = (el: Element) =>
      rows(el).map((row) => Number(/(?:公园|Park )(\d+)/.exec(textOf(row))?.[1]));
    const inOrder = Array.from({length: ROWS}, (_none, i) => i);

    /** A list on a slow machine, that draws in slices; `whenBegun` runs before the second one. */
    async function aLongList(whenBegun?: (el: ReportElement) => void) {
      const heard = listen();
      const el = document.createElement(tag) as ReportElement;
      Object.assign(el, {report: 'long', locale: 'zh-CN'});
      const seen: Seen[] = [];
      el.addController({
        hostUpdated() {
          if (el.state !== 'ready') return;
          seen.push({
            busy: base(el).getAttribute('aria-busy'),
            rows: rows(el).length,
            told: heard.ready.length,
          });
          if (seen.length === 1 && whenBegun) void Promise.resolve().then(() => whenBegun(el));
        },
      });
      const {now} = Date;
      let at = now();
      // After each look at the clock a slice is over.
      Date.now = () => (at += 1_000);
      try {
        (await fixture(html`<div></div>`)).append(el);
        await inState(el, 'ready');
        await el.updateComplete;
      } finally {
        Date.now = now;
        heard.stop();
      }
      return {el, seen, ready: heard.ready.length};
    }

    it('draws some at once, the others in slices, and tells the page when all stand', async () => {
      const {el, seen, ready} = await aLongList();
      expect(seen[0]).to.deep.equal({busy: 'true', rows: 60, told: 0});
      expect(seen[seen.length - 1]).to.deep.equal({busy: null, rows: ROWS, told: 0});
      expect(ready).to.equal(1);
      expect(numbers(el)).to.deep.equal(inOrder);
    });

    it('is one list of all its rows, also in blocks', async () => {
      const {el} = await aLongList();
      const [list] = el.shadowRoot!.querySelectorAll('.rows');
      expect(list!.getAttribute('role')).to.equal('list');
      const roles = new Set([...list!.children].map((child) => child.getAttribute('role')));
      expect(roles).to.deep.equal(new Set(['none']));
      expect(rows(el).every((row) => row.getAttribute('role') === 'listitem')).to.be.true;
      await expect(el).to.be.accessible();
    });

    it('has all rows when the page is printed before', async () => {
      let printed: number[] = [];
      await aLongList((begun) => {
        window.dispatchEvent(new Event('beforeprint'));
        printed = numbers(begun);
      });
      expect(printed).to.deep.equal(inOrder);
    });

    it('goes on where it comes back into the page', async () => {
      const {el} = await aLongList((begun) => {
        const parent = begun.parentElement!;
        begun.remove();
        parent.append(begun);
      });
      expect(numbers(el)).to.deep.equal(inOrder);
    });

    it('changes its words where they stand', async () => {
      const {el} = await aLongList();
      const before = rows(el);
      el.locale = 'en';
      await until(() => textOf(rows(el)[ROWS - 1]!).includes(`Park ${ROWS - 1}`));
      expect(rows(el).every((row, i) => row === before[i])).to.be.true;
      expect(numbers(el)).to.deep.equal(inOrder);
    });
  });
}
