import {findReport} from '../../src/report-registry.js';
import {drawing} from '../drawing.js';
import {addEnglish} from '../figure-language.js';
import {late} from '../late.js';
import {lazy} from '../lazy.js';
import {parts, ReportElement} from '../report-element.js';
import {ServedElement} from './served-element.js';
import {servedClosest, servedParent} from './served-tree.js';

/**
 * Makes the widgets ready to be rendered by `@lit-labs/ssr`, which does not wait: brings the parts of the package
 * that come late in a browser, and the reports. Call it before the first render; the elements themselves are
 * imported as in a page.
 *
 * @param reports - Ids of the bundled or registered reports that are going to be shown.
 * @throws Error for an unknown report; ReportError for one that is not valid. As a rejected promise.
 */
export async function prepareServer(reports: readonly string[] = []): Promise<void> {
  standIn();
  addEnglish(await lazy.english());
  for (const name of Object.keys(lazy) as Array<keyof typeof lazy>) await bring(name);
  await Promise.all(Object.values(late).map((bringPart) => bringPart()));
  await Promise.all(
    reports.map(async (id) => {
      if (!(await findReport(id))) throw new Error(`No report "${id}".`);
    }),
  );
}

async function bring<Name extends keyof typeof lazy>(name: Name): Promise<void> {
  parts[name] ??= (await lazy[name]()) as (typeof parts)[Name];
}

/** What the elements ask of a document, where there is none. */
function standIn(): void {
  if (typeof document === 'object') return;
  drawing.create = (tag) => new ServedElement(tag) as unknown as HTMLElement;
  drawing.fill = (element, content) => {
    element.textContent = '';
    (element as unknown as ServedElement).append(...content.filter((one): one is object => Boolean(one)));
  };
  const inTree = {
    parentElement: {
      configurable: true,
      get(this: Element) {
        return servedParent(this) ?? null;
      },
    },
    closest: {
      configurable: true,
      value(this: Element, selector: string) {
        return servedClosest(this, selector);
      },
    },
  };
  Object.defineProperties(ReportElement.prototype, inTree);
}
