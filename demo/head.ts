import type {Report} from '../src/schema.js';
import {html, Markup} from '../src/markup.js';
import {observationsLd} from '../src/observations-ld.js';

export interface HeadOptions {
  title: string;
  description: string;
  /** The file of the page, without its folder. */
  file: string;
  /** Where the pages are published, as `https://example.org/qd/`; what needs it is left out without it. */
  site?: string | undefined;
  /** A page of this report: its figures are told to machines too. */
  report?: Report;
}

/** What a page says of itself: to readers of a tab, of a search result, and of a link that was passed on. */
export function renderHead({title, description, file, site, report}: HeadOptions): Markup {
  const address = (path: string) => (site ? new URL(path, site).href : path);
  return html`<title>${title}</title>
    <meta name="description" content="${description}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="数字青岛" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:locale" content="zh_CN" />
    <meta property="og:locale:alternate" content="en_GB" />
    ${site && html`<meta property="og:url" content="${address(file)}" /><link rel="canonical" href="${address(file)}" />`}
    <meta vite-ignore property="og:image" content="${address('pictures/share.jpg')}" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    ${report && renderLd(observationsLd(report))}`;
}

/** A block of data: no script that runs, so no policy forbids it. */
function renderLd(data: object): Markup {
  const json = JSON.stringify(data).replace(/</g, '\\u003c');
  return html`<script type="application/ld+json">
    ${new Markup(json)}
  </script>`;
}
