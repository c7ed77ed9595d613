import {figureText} from '../figure-text.js';
import {displayText} from '../display-text.js';
import {localize} from '../locale.js';
import {html, Markup} from '../markup.js';
import {observationLd, observationsLd} from '../observations-ld.js';
import {periodName} from '../period-name.js';
import type {Observation, Report} from '../schema.js';
import {sourceLink} from '../source-link.js';
import {embedPath, partAttribute, type EmbedTarget} from './embed-path.js';
import {isStanding} from './embed-targets.js';
import {embedWords, reportWords, targetObservation} from './embed-words.js';
import {figureNote} from './figure-note.js';
import {coverage, renderFigure, renderQuotation, renderSource, say} from './page-figure.js';
import {
  renderArea,
  renderDocuments,
  renderIssues,
  renderPlans,
  renderPlatforms,
  renderSeries,
  renderStandings,
  renderTable,
  renderText,
  type ListContext,
} from './page-lists.js';

/** A picture of a card that stands beside its page. */
export interface PagePicture {
  /** File name: `card.png`. */
  name: string;
  /** In CSS pixels. */
  width: number;
  height: number;
}

export interface EmbedPageOptions {
  /** The folder on the portal that has `embed/` in it, with a slash at the end. What needs whole addresses is left out or relative without it. */
  base?: string | undefined;
  /** Pictures beside the page, the best for a preview first. */
  pictures?: readonly PagePicture[];
  /** False for a report that the embed files don't carry: its data then stand in the page. */
  isBundled?: boolean;
  /** Where the page stands in the folder that has `embed/` in it, with a slash at the end; otherwise where its address says. Empty for the folder itself. */
  folder?: string;
}

/**
 * The page's own policy: nothing inline, nothing from elsewhere, no HTML from text but under the package's
 * own name. A portal's header can only add to it.
 */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types qd-widgets";

/**
 * The page of one thing to embed: complete without scripts, the widget with them. In a frame it tells its height.
 *
 * @throws RangeError when the report lacks what is named.
 */
export function embedPage(report: Report, target: EmbedTarget, options: EmbedPageOptions = {}): string {
  const {base, pictures = [], isBundled = true} = options;
  const folder = options.folder ?? `${embedPath(target)}/`;
  // Addresses start from the folder of the embed files, whatever a portal has called it.
  const files = folder ? '../'.repeat(folder.split('/').length - 2) : 'embed/';
  const words = embedWords(report, target);
  const observation = targetObservation(report, target);
  const {name, part} = target;
  const area = part === undefined || observation ? undefined : report.areas?.find(({id}) => id === part);
  const addressOf = ({indicator}: Observation) =>
    pageAddress(files, {name: 'metric', report: report.id, part: indicator});
  const context: ListContext = {report, area, addressOf};
  const attribute = partAttribute(name);
  const tag = new Markup(`qd-${name}`);
  const data = isBundled
    ? ''
    : html`<script type="application/json">
        ${dataBlock(excerpt(report, observation))}
      </script>`;
  const attributes = [
    isBundled && html` report="${report.id}"`,
    part !== undefined && html` ${new Markup(attribute!)}="${part}"`,
    hasHeading(name) && html` heading-level="2"`,
  ];
  const title = observation
    ? html`<h1 class="over">${reportWords(report, 'zh-CN')}</h1>`
    : html`<p class="over">${reportWords(report, 'zh-CN')}</p>
        <h1>${ownTitle(words, report)}</h1>`;
  return html`<!doctype html>
    <html lang="zh-CN" data-qd-frame data-qd-theme="auto">
      ${renderHead({report, target, observation, words, base, folder, files, pictures})}
      <body class="${observation ? 'one' : `many ${name}`}">
        <main>
          ${title}
          <${tag}${attributes}>${data}${renderStatic(context, target, observation)}</${tag}>
          ${observation ? renderProof(report, observation) : ''}
          <p class="more">
            ${observation ? '' : html`${renderSource(report, sourceLink(report))}<span class="dot"> · </span>`}
            ${renderMore(report, name, files)}
          </p>
        </main>
      </body>
    </html> `.text.replace(/^ +/gm, '');
}

/** What stands in the tag until it comes alive, and for good where no script may run. */
function renderStatic(
  context: ListContext,
  {name}: EmbedTarget,
  observation: Observation | undefined,
): Markup {
  const {report, area} = context;
  if (name === 'chart') return renderSeries(report, observation!, periodName(report.period, 'zh-CN'));
  if (observation) return renderCard(observation, name === 'progress');
  switch (name) {
    case 'standings':
      return renderStandings(context);
    case 'table':
      return renderTable(context);
    case 'source':
      return renderText(context, 2);
    case 'document-list':
      return renderDocuments(context);
    case 'platform-list':
      return renderPlatforms(context);
    case 'area':
      return renderArea(context, area!, 2);
    case 'issue-list':
      return renderIssues(context, 2);
    case 'plan-list':
      return renderPlans(context, 2);
    default:
      return renderDashboard(context);
  }
}

/** The card: label, figure, what it covers, the way to its sentence. */
function renderCard(observation: Observation, isMeasure: boolean): Markup {
  const note = coverage(observation);
  return html`<div class="card">
    <p class="label">${say(observation.label)}</p>
    ${renderFigure(observation)} ${isMeasure && renderMeasure(observation)}
    ${note && html`<p class="note">${note}</p>`}
    <p class="foot"><a class="source" href="#sentence">出处</a></p>
  </div>`;
}

/** A share drawn: the thin line is the whole, the thick one the part. */
function renderMeasure({value}: Observation): Markup {
  const width = Math.min(100, Math.max(0, Number(value)));
  return html`<svg class="measure" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="whole" y="4.5" width="100" height="1"></rect>
    <rect class="part" y="1" width="${width}" height="8"></rect>
  </svg>`;
}

/** The sentence with its source, and the figure in English. */
function renderProof(report: Report, observation: Observation): Markup {
  const note = figureNote(observation, 'en');
  return html`${renderQuotation(report, observation)}
    <p class="english" lang="en">
      ${localize(observation.label, 'en')}: <b>${figureText(observation, 'en')}</b>${note && ` (${note})`}
    </p>`;
}

/** The whole report: standings, areas of work, problems, plans, documents and platforms. */
function renderDashboard(context: ListContext): Markup {
  const {report} = context;
  const {areas = [], observations, issues, plans, documents, platforms} = report;
  const section = (title: string, content: Markup) =>
    html`<section class="part">
      <h2>${title}</h2>
      ${content}
    </section>`;
  const rest = observations.filter(({area, kind}) => !areas.some(({id}) => id === area) && !isStanding(kind));
  return html`${
    observations.some(({kind}) => isStanding(kind)) ? section('排名与评定', renderStandings(context)) : ''
  }
  ${areas.map((area) => section(say(area.title), renderArea(context, area, 3)))}
  ${rest.length ? section('其他数字', renderTable({...context, report: {...report, observations: rest}})) : ''}
  ${issues?.length ? section('存在问题', renderIssues(context, 3)) : ''}
  ${plans?.length ? section('下一步打算', renderPlans(context, 3)) : ''}
  ${documents?.length ? section('文件', renderDocuments(context)) : ''}
  ${platforms?.length ? section('平台与系统', renderPlatforms(context)) : ''}`;
}

function renderMore(report: Report, name: EmbedTarget['name'], files: string): Markup {
  const link = (other: EmbedTarget['name'], words: string) =>
    other !== name &&
    html`<a href="${pageAddress(files, {name: other, report: report.id})}" target="_blank" rel="noopener"
      >${words}</a
    >`;
  const links = [link('dashboard', '整份报告'), link('table', '全部数字')].filter(Boolean);
  return html`${links.map((entry, at) => html`${at ? html`<span class="dot"> · </span>` : ''}${entry}`)}`;
}

/** The address of a page from another one, by the way to the folder of the embed files. */
function pageAddress(files: string, target: EmbedTarget): string {
  return `${files}${embedPath(target).replace(/^embed\//, '')}/`;
}

interface HeadContext {
  report: Report;
  target: EmbedTarget;
  observation: Observation | undefined;
  words: string;
  base: string | undefined;
  folder: string;
  files: string;
  pictures: readonly PagePicture[];
}

function renderHead(context: HeadContext): Markup {
  const {report, observation, words, base, folder, files, pictures} = context;
  const whole = base && `${base}${folder}`;
  const title = observation ? `${words} – ${reportWords(report, 'zh-CN')}` : words;
  const description = observation
    ? displayText(observation.provenance.quote, 'zh-CN')
    : `${reportWords(report, 'zh-CN')}：${report.observations.length}个数字，每个都有出处。`;
  const picture = pictures.find((entry) => entry.name.endsWith('.png'));
  const ld = observation
    ? {'@context': 'https://schema.org', ...observationLd(report, observation)}
    : observationsLd(report);
  return html`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <meta name="description" content="${description}" />
    <meta name="generator" content="qd-widgets" />
    ${whole && html`<link rel="canonical" href="${whole}" />`}
    <link rel="stylesheet" href="${files}page.css" />
    <link rel="alternate" type="application/json+oembed" href="${whole ?? ''}oembed.json" title="${words}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="${say(report.publisher)}" />
    <meta property="og:title" content="${words}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:locale" content="zh_CN" />
    ${whole && html`<meta property="og:url" content="${whole}" />`}
    ${
      picture &&
      html`<meta property="og:image" content="${whole ?? ''}${picture.name}" />
        <meta property="og:image:width" content="${picture.width}" />
        <meta property="og:image:height" content="${picture.height}" />
        <meta property="og:image:alt" content="${words}" />`
    }
    <meta name="twitter:card" content="${picture ? 'summary_large_image' : 'summary'}" />
    <script type="application/ld+json">
      ${dataBlock(ld)}
    </script>
    <script defer src="${files}qd.iife.js"></script>
  </head>`;
}

/** Data in a page: no script that runs, so that no policy forbids it, and nothing in it ends it. */
function dataBlock(data: object): Markup {
  return new Markup(JSON.stringify(data).replace(/</g, '\\u003c'));
}

/** What a page needs of a report: one figure with its periods, or for a list the whole. */
function excerpt(report: Report, observation: Observation | undefined): Report {
  if (!observation) return report;
  const {format, id, language, title, publisher, period, source, series} = report;
  const own = series?.filter(({indicator}) => indicator === observation.indicator);
  return {
    format,
    id,
    language,
    ...(title && {title}),
    publisher,
    period,
    source,
    observations: [observation],
    ...(own?.length && {series: own}),
  };
}

/** The name of a list without the report's, which stands above it. */
function ownTitle(words: string, report: Report): string {
  const own = reportWords(report, 'zh-CN');
  return words.endsWith(own) ? words.slice(0, -own.length).trim() : words;
}

/** Tags whose rows have headings: the page's is the first. */
function hasHeading(name: EmbedTarget['name']): boolean {
  return !['metric', 'progress', 'table', 'dashboard'].includes(name);
}
