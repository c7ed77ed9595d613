import {bundledReports} from 'qd-widgets/seeds/index.js';
import {displayText} from '../src/display-text.js';
import type {EmbedName, EmbedTarget} from '../src/embed/embed-path.js';
import {
  embedSnippet,
  reportAddress,
  type EmbedForm,
  type EmbedLook,
  type EmbedRequest,
} from '../src/embed/embed-snippet.js';
import {embedWords, reportWords, targetObservation} from '../src/embed/embed-words.js';
import {comparable, findEmbeds, readEmbedAddress, type FoundEmbed} from '../src/embed/find-embeds.js';
import {judgeMarkup} from '../src/embed/judge-markup.js';
import {figureText} from '../src/figure-text.js';
import {localize} from '../src/locale.js';
import type {LocalizedText, Report} from '../src/schema.js';
import {copyFlavours} from './copy-flavours.js';
import {drawStatic, type StaticAnswer} from './draw-static.js';
import {readEmbedFiles} from './embed-files.js';
import {copyPicture, pictureOfCard, pngOf, saveFile} from './picture-of-card.js';
import {startPreview, type HostStyle} from './preview.js';
import {AddressError, pageText, readAddress, readReportFile, type ReadReport} from './read-report.js';
import {tokens} from './snippet.js';
import {startSwitches} from './switches.js';
import {ADVICE, OUTCOMES, PARTS} from './verdict-words.js';

type Kind = 'figure' | 'area' | 'report';
type Both = readonly [zh: string, en: string];
/** A tab: what the command line calls `--form`. */
type FormName = EmbedForm | 'static';

const root = document.documentElement;
const files = readEmbedFiles();
const reports: Report[] = [];

const isEnglish = () => root.lang === 'en';
const say = ([zh, en]: Both) => (isEnglish() ? en : zh);
const local = (text: LocalizedText | undefined) =>
  displayText(localize(text, isEnglish() ? 'en' : 'zh-CN'), isEnglish() ? 'en' : 'zh-CN');

function by<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

/** An element with attributes and children; `undefined` and `false` leave an attribute out. */
function make(
  name: string,
  attributes: Record<string, string | boolean | undefined> = {},
  ...children: Array<Node | string>
): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

function fill(element: Element, ...children: Array<Node | string>): void {
  element.textContent = '';
  element.append(...children);
}

/* What is chosen ------------------------------------------------------------------------------------------ */

const [reportField, areaField, widgetField, variantField, themeField, localeField, textField] = [
  'report',
  'in-area',
  'widget',
  'variant',
  'theme',
  'locale',
  'text',
].map((id) => by<HTMLSelectElement>(id)) as [
  HTMLSelectElement,
  HTMLSelectElement,
  HTMLSelectElement,
  HTMLSelectElement,
  HTMLSelectElement,
  HTMLSelectElement,
  HTMLSelectElement,
];
const find = by<HTMLInputElement>('find');
const brandField = by<HTMLInputElement>('brand');
const baseField = by<HTMLInputElement>('base');
const dataField = by<HTMLInputElement>('data');
const list = by('choices');

const chosenRadio = (name: string) =>
  document.querySelector<HTMLInputElement>(`input[name='${name}']:checked`)?.value;
const radio = (name: string, value: string) =>
  [...document.querySelectorAll<HTMLInputElement>(`input[name='${name}']`)].find(
    (input) => input.value === value,
  );

const WIDGETS: Record<EmbedName, Both> = {
  metric: ['数字卡片', 'Figure card'],
  progress: ['进度条', 'Progress'],
  chart: ['图', 'Chart'],
  standings: ['排名与评定', 'Rankings and ratings'],
  table: ['数字表', 'Table of figures'],
  source: ['报告原文', 'Text of the report'],
  'document-list': ['文件', 'Documents'],
  'platform-list': ['平台与系统', 'Platforms and systems'],
  area: ['整个领域', 'The whole area'],
  'issue-list': ['存在问题', 'Problems'],
  'plan-list': ['下一步计划', 'Plans'],
  dashboard: ['整份报告', 'The whole report'],
};
const OF_AREA: EmbedName[] = ['area', 'table', 'source', 'document-list', 'platform-list', 'standings'];
const OF_REPORT: EmbedName[] = [
  'dashboard',
  'issue-list',
  'plan-list',
  'table',
  'standings',
  'document-list',
  'platform-list',
  'source',
];
const VARIANTS: Partial<Record<EmbedName, Array<[value: string, zh: string, en: string]>>> = {
  metric: [
    ['', '卡片', 'Card'],
    ['tile', '小块', 'Tile'],
    ['hero', '特大', 'Hero'],
    ['inline', '句中', 'In a sentence'],
  ],
  progress: [
    ['', '条形', 'Bar'],
    ['ring', '环形', 'Ring'],
  ],
};

/** Host of an address that nobody has: what the field says before the editor knows better. */
const EXAMPLE = 'https://www.example.gov.cn/qd/';
const isOnServer = /^https?:$/.test(location.protocol);
const state = {
  kind: 'figure' as Kind,
  part: '',
  form: 'html' as FormName,
  brand: '',
};

/** Where the data of an editor's own reports are going to stand, by id; empty: where `qd report` writes them. */
const ownReports = new Map<string, string>();
const isOwn = () => ownReports.has(report().id);

const report = () => reports.find(({id}) => id === reportField.value) ?? reports[0]!;

function target(): EmbedTarget {
  const {kind, part} = state;
  if (kind === 'report') return {name: part as EmbedName, report: report().id};
  return {name: widgetField.value as EmbedName, report: report().id, part};
}

/** The folder as the editor gave it, with a slash at its end; `undefined` where it is no address. */
function base(): string | undefined {
  try {
    const url = new URL(baseField.value.trim());
    if (!/^https?:$/.test(url.protocol)) return undefined;
    // An editor may give the folder `embed` itself, or a page in it.
    const path = url.pathname.replace(/\/embed(?:\/.*)?$/, '/').replace(/[^/]*\.html?$/, '');
    return `${url.origin}${path.replace(/\/*$/, '/')}`;
  } catch {
    return undefined;
  }
}

function look(): EmbedLook {
  return {
    variant: variantField.value || undefined,
    theme: themeField.value || undefined,
    text: textField.value || undefined,
    locale: localeField.value || undefined,
    brand: state.brand || undefined,
  };
}

/** The picture of what is chosen; only a figure's card has one. */
function picture() {
  const asked = target();
  const observation = asked.name === 'chart' ? undefined : targetObservation(report(), asked);
  return observation && pictureOfCard(report(), observation, look());
}

function request(): EmbedRequest {
  const size = state.form === 'png' ? picture() : undefined;
  return {
    report: report(),
    target: target(),
    look: look(),
    ...(size ? {size: {width: size.width, height: size.height}} : {}),
    base: base() ?? EXAMPLE,
    version: files.version,
    integrity: files.files,
    ...(isOwn() ? {isBundled: false, data: ownReports.get(report().id) || undefined} : {}),
  };
}

/* Step 1 -------------------------------------------------------------------------------------------------- */

/** One thing in the list: what it is called, what stands at its end, and what it is found by. */
interface Choice {
  value: string;
  name: string;
  figure?: string;
  words: string;
  area?: string | undefined;
}

function choices(): Choice[] {
  const {observations, areas = []} = report();
  if (state.kind === 'report') {
    return OF_REPORT.map((name) => ({value: name, name: say(WIDGETS[name]), words: WIDGETS[name].join(' ')}));
  }
  if (state.kind === 'area') {
    return areas.map(({id, title, short}) => ({
      value: id,
      name: local(title),
      words: [...Object.values(title), ...Object.values(short ?? {}), id].join(' '),
    }));
  }
  return observations.map((observation) => ({
    value: observation.indicator,
    name: local(observation.label),
    figure: figureText(observation, isEnglish() ? 'en' : 'zh-CN'),
    words: [
      ...Object.values(observation.label),
      figureText(observation, 'zh-CN'),
      figureText(observation, 'en'),
      observation.indicator,
    ].join(' '),
    area: observation.area,
  }));
}

function drawChoices(): void {
  const all = choices();
  if (!all.some(({value}) => value === state.part)) state.part = all[0]?.value ?? '';
  by('narrow').hidden = state.kind !== 'figure';
  fill(
    list,
    ...all.map(({value, name, figure}) => {
      const input = make('input', {type: 'radio', name: 'choice', value}) as HTMLInputElement;
      input.checked = value === state.part;
      return make(
        'li',
        {},
        make('label', {}, input, make('span', {}, name), ...(figure ? [make('b', {}, figure)] : [])),
      );
    }),
  );
  narrow();
}

/** Shows what the words and the area leave. */
function narrow(): void {
  const words = find.value.split(/\s+/).map(comparable).filter(Boolean);
  const area = areaField.value;
  const isNarrow = state.kind === 'figure';
  let count = 0;
  for (const {value, words: text, area: own} of choices()) {
    const plain = comparable(text);
    const isFound = !isNarrow || ((!area || own === area) && words.every((word) => plain.includes(word)));
    radio('choice', value)!.closest('li')!.hidden = !isFound;
    if (isFound) count++;
  }
  by('none').textContent = count ? '' : say(['没有这个名称的数字', 'No figure of this name']);
}

/** Brings the chosen one into sight inside its list, without moving the page. */
function showChosen(): void {
  const item = radio('choice', state.part)?.closest('li');
  if (!item) return;
  const top = item.offsetTop - list.offsetTop;
  if (top < list.scrollTop || top + item.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top;
}

function drawSelects(): void {
  by('field-report').hidden = reports.length < 2;
  fill(
    reportField,
    ...reports.map((one) => {
      const option = make(
        'option',
        {value: one.id},
        `${reportWords(one, isEnglish() ? 'en' : 'zh-CN')}${ownReports.has(one.id) ? say(['（自己的）', ' (your own)']) : ''}`,
      );
      (option as HTMLOptionElement).selected = one === report();
      return option;
    }),
  );
  const {observations, areas: all = []} = report();
  (radio('kind', 'figure') as HTMLInputElement).disabled = !observations.length;
  (radio('kind', 'area') as HTMLInputElement).disabled = !all.length;
  const area = areaField.value;
  const areas = all.map(({id, short, title}) => make('option', {value: id}, local(short ?? title)));
  fill(areaField, make('option', {value: ''}, say(['全部领域', 'All areas'])), ...areas);
  areaField.value = area;
  if (areaField.selectedIndex < 0) areaField.value = '';
  for (const option of document.querySelectorAll<HTMLOptionElement>('option[data-zh]')) {
    option.textContent = say([option.dataset['zh']!, option.dataset['en']!]);
  }
}

/* A report of the editor's own */

let ownRead: ReadReport | undefined;

function drawOwn(): void {
  const place = by('own-told');
  if (!ownRead) return fill(place);
  if ('report' in ownRead) {
    const {observations, areas = []} = ownRead.report;
    const name = local(ownRead.report.title) || reportWords(ownRead.report, isEnglish() ? 'en' : 'zh-CN');
    return fill(
      place,
      make(
        'p',
        {class: 'note'},
        make('b', {}, '✓ '),
        say([
          `已读入“${name}”：${observations.length}个数字，${areas.length}个领域。`,
          `“${name}” is here: ${observations.length} figures, ${areas.length} areas.`,
        ]),
      ),
    );
  }
  fill(
    place,
    make(
      'p',
      {class: 'note bad'},
      make('b', {}, '✗ '),
      say(['这份报告不能用：', 'This report cannot be used:']),
    ),
    make('ul', {class: 'faults'}, ...ownRead.faults.map((fault) => make('li', {}, say(fault)))),
  );
}

/** Begins anew with the report that is chosen: what was chosen of another is not in it. */
function startReport(): void {
  const {observations, areas = []} = report();
  const hasKind = {figure: observations.length > 0, area: areas.length > 0, report: true};
  if (!hasKind[state.kind]) state.kind = hasKind.figure ? 'figure' : 'report';
  radio('kind', state.kind)!.checked = true;
}

/** Takes a report in, where it is one, and shows it. */
async function takeOwn(file: Blob, address = ''): Promise<void> {
  ownRead = await readReportFile(file);
  if ('report' in ownRead) {
    const own = ownRead.report;
    const at = reports.findIndex(({id}) => id === own.id);
    if (at >= 0 && !ownReports.has(own.id)) {
      ownRead = {
        faults: [
          [
            `编号“${own.id}”和自带的一份报告相同，链接会显示自带的那份。请给id换一个编号。`,
            `Its id “${own.id}” is that of a report that comes with the cards, and links would show that one. Give it another id.`,
          ],
        ],
      };
    } else {
      reports.splice(at < 0 ? reports.length : at, at < 0 ? 0 : 1, own);
      ownReports.set(own.id, address);
      find.value = '';
      drawSelects();
      reportField.value = own.id;
      startReport();
      drawAll();
      showChosen();
      by('site').toggleAttribute('open', true);
    }
  }
  drawOwn();
}

const whyUnread = (error: unknown): Both => {
  if (!(error instanceof AddressError)) return ['这个网址写得不对。', 'This is no address.'];
  if (error.why === 'absent')
    return [
      `这个网址打不开${error.status ? `（${error.status}）` : ''}。`,
      `This address does not open${error.status ? ` (${error.status})` : ''}.`,
    ];
  return ['那个网站不让别的网页读它的内容。', 'That site lets no other page read what is on it.'];
};

by<HTMLInputElement>('own-file').addEventListener('change', ({target: field}) => {
  const input = field as HTMLInputElement;
  const [file] = input.files ?? [];
  // The same file, mended, can be chosen again.
  if (file) void takeOwn(file).then(() => (input.value = ''));
});
document.getElementById('own-read')?.addEventListener('click', async () => {
  const address = by<HTMLInputElement>('own-address').value.trim();
  try {
    const file = await readAddress(address);
    await takeOwn(file, new URL(address).href);
  } catch (error) {
    const [zh, en] = whyUnread(error);
    ownRead = {
      faults: [
        error instanceof AddressError && error.why === 'forbidden'
          ? [`${zh}请先下载这个文件，再从电脑里选。`, `${en} Download the file and choose it from your disk.`]
          : [zh, en],
      ],
    };
    drawOwn();
  }
});

function choose({name, report: id, part}: EmbedTarget): void {
  if (reports.some((one) => one.id === id)) reportField.value = id;
  const isFigure = name === 'metric' || name === 'progress' || name === 'chart';
  state.kind = isFigure ? 'figure' : part ? 'area' : 'report';
  state.part = part ?? name;
  radio('kind', state.kind)!.checked = true;
  find.value = '';
  areaField.value = '';
  drawSelects();
  drawChoices();
  drawWidgets(name);
  update();
  showChosen();
}

const pageField = by<HTMLTextAreaElement>('paste-page');
/** The page at the address that was pasted, once it was read, or why it was not. */
let readPage: {address: string; text?: string; why?: Both} | undefined;

/** The address, where nothing else was pasted and it is not what a figure's link leads to. */
function pastedAddress(): string | undefined {
  const text = pageField.value.trim();
  return /^https?:\/\/\S+$/.test(text) && !readEmbedAddress(text) ? text : undefined;
}

/** Offers to read the page at an address, or says why that cannot be. */
function askForPage(address: string): HTMLElement[] {
  const why = readPage?.address === address ? readPage.why : undefined;
  const byHand: Both = [
    '请打开那个网页，全选（Ctrl+A），复制（Ctrl+C），粘贴到这里。',
    'Open that page, select all of it (Ctrl+A), copy it (Ctrl+C) and paste it here.',
  ];
  if (!isOnServer || files.code) {
    const offline: Both = [
      '这一页不联网，读不了网址。',
      'This page does not use the network and reads no address.',
    ];
    return [make('p', {class: 'note'}, say(offline) + say(['', ' ']) + say(byHand))];
  }
  if (why) return [make('p', {class: 'note'}, say(why) + say(['', ' ']) + say(byHand))];
  const button = make('button', {type: 'button'}, say(['读这个网页', 'Read this page']));
  button.addEventListener('click', async () => {
    try {
      readPage = {address, text: await pageText(await readAddress(address))};
    } catch (error) {
      readPage = {address, why: whyUnread(error)};
    }
    drawFound();
  });
  return [make('p', {class: 'actions'}, button)];
}

function drawFound(): void {
  const place = by('found');
  if (!pageField.value.trim()) return fill(place);
  const address = pastedAddress();
  const read = address && readPage?.address === address ? readPage.text : undefined;
  if (address && read === undefined) return fill(place, ...askForPage(address));
  const found = findEmbeds(read ?? pageField.value, reports, address);
  const known = found.filter(({target: {report: id}}) => reports.some((one) => one.id === id));
  const buttons = known.flatMap((one) => {
    const words = wordsOf(one);
    if (!words) return [];
    const button = make('button', {type: 'button'}, words);
    button.addEventListener('click', () => {
      if (one.base) baseField.value = one.base;
      choose(one.target);
      by('step-look').scrollIntoView({block: 'nearest'});
    });
    return [make('li', {}, button)];
  });
  const unknown = found.length - known.length;
  fill(
    place,
    make(
      'p',
      {class: 'note'},
      buttons.length
        ? say([`找到${buttons.length}个，点一个：`, `${buttons.length} found; press one:`])
        : say(['没有找到报告里的数字', 'No figure of a report was found']),
    ),
    make('ul', {class: 'finds'}, ...buttons),
    ...(unknown
      ? [
          make(
            'p',
            {class: 'note'},
            say([
              `另有${unknown}个属于别的报告，要先在上面选那份报告的文件。`,
              `${unknown} more belong to other reports: choose the file of that report above first.`,
            ]),
          ),
        ]
      : []),
  );
}

function wordsOf({target: one}: FoundEmbed): string | undefined {
  try {
    return embedWords(
      reports.find(({id}) => id === one.report)!,
      one,
      isEnglish() ? 'en' : 'zh-CN',
    );
  } catch {
    return undefined;
  }
}

/* Step 2 -------------------------------------------------------------------------------------------------- */

function drawWidgets(wanted = widgetField.value): void {
  const {observations, series = []} = report();
  let names = OF_AREA;
  if (state.kind === 'figure') {
    const observation = observations.find(({indicator}) => indicator === state.part);
    const hasSeries = series.some(({indicator}) => indicator === state.part);
    const isShare = observation?.kind === 'share';
    names = [
      'metric',
      ...(isShare ? (['progress'] as const) : []),
      ...(hasSeries || isShare ? (['chart'] as const) : []),
    ];
  }
  by('field-widget').hidden = state.kind === 'report';
  fill(widgetField, ...names.map((name) => make('option', {value: name}, say(WIDGETS[name]))));
  widgetField.value = names.includes(wanted as EmbedName) ? wanted : names[0]!;
  drawVariants();
}

function drawVariants(): void {
  const variants = VARIANTS[target().name] ?? [];
  const before = variantField.value;
  by('field-variant').hidden = !variants.length;
  fill(variantField, ...variants.map(([value, zh, en]) => make('option', {value}, say([zh, en]))));
  variantField.value = before;
  if (variantField.selectedIndex < 0) variantField.selectedIndex = 0;
}

/** The height of what is previewed, told where it is more than the stage shows at once. */
let placed = 0;
const showPreview = startPreview(by<HTMLIFrameElement>('preview'), files, (height) => {
  placed = height;
  drawHeight();
});

function drawHeight(): void {
  const stage = by('stage');
  const isCut = stage.scrollHeight > stage.clientHeight + 1;
  stage.classList.toggle('cut', isCut);
  if (isCut) stage.setAttribute('tabindex', '0');
  else stage.removeAttribute('tabindex');
  by('height-note').textContent = isCut
    ? say([
        `在框里滚动看全部。在网页里它全部展开，这样宽的时候约高${placed}像素。`,
        `Scroll inside to see all of it. On a page it stands unrolled: about ${placed} pixels high at this width.`,
      ])
    : '';
}

function drawnPicture(asked: EmbedRequest): HTMLCanvasElement | undefined {
  const canvas = picture()?.canvas;
  canvas?.setAttribute('role', 'img');
  canvas?.setAttribute('aria-label', embedWords(asked.report, asked.target, asked.look?.locale));
  return canvas;
}

function drawPreview(): void {
  const style = chosenRadio('host') as HostStyle;
  by('stage').dataset['host'] = style;
  by('stage').dataset['kind'] = state.kind;
  const asked = request();
  // A frame and a picture need their server; readers get the same card.
  let form: EmbedForm = state.form === 'tag' || state.form === 'marker' ? state.form : 'html';
  // Nor is there a server that has a report of the editor's own: the tag is given it.
  if (isOwn()) form = 'tag';
  showPreview({
    style,
    article: embedSnippet(form, asked).article,
    locale: asked.look?.locale ?? 'zh-CN',
    brand: state.brand,
    theme: themeField.value,
    base: asked.base,
    hasMarkers: form === 'marker',
    report: isOwn() ? asked.report : undefined,
    picture: state.form === 'png' ? drawnPicture(asked) : undefined,
  });
  by('preview').title = say(['预览', 'Preview']);
  drawHeight();
  by('look-note').textContent = state.brand
    ? say([
        '主色写在网站的样式表里，整站一次，文章里不带颜色；代码见“网站模板”。',
        'The colour belongs in the site’s style sheet, once for all; see “Template”.',
      ])
    : '';
}

/* Step 3 -------------------------------------------------------------------------------------------------- */

interface Form {
  name: Both;
  intro: Both;
  source: Both;
}

const SOURCE_ONLY: Both = [
  '源代码只能粘贴到编辑器的“源代码”或“HTML”视图；粘到普通编辑区，读者会看到代码。',
  'Source code goes into the editor’s source (HTML) view only; pasted into the visual editor, readers would see the code.',
];
const FORMS: Record<FormName, Form> = {
  html: {
    name: ['链接', 'Link'],
    intro: [
      '几乎哪里都能用。点“复制”，在编辑区里直接粘贴，让它单独成一段；脚本没有到，读者看到文字和链接。',
      'Works nearly everywhere. Press Copy and paste it straight into the editor, in a paragraph of its own; where no script comes, readers see the words and the link.',
    ],
    source: SOURCE_ONLY,
  },
  tag: {
    name: ['组件标签', 'Tag'],
    intro: [
      '网站模板、不改代码的编辑器用。多数编辑器会去掉标签，拿不准就用“链接”。',
      'For templates, and editors that leave code alone. Most remove the tag: in doubt take the link.',
    ],
    source: SOURCE_ONLY,
  },
  iframe: {
    name: ['框架', 'Frame'],
    intro: [
      '网站不能装脚本、但允许框架时用。网站上要有这个地址的网页。',
      'For sites that take no script but allow frames. The page must stand at this address.',
    ],
    source: SOURCE_ONLY,
  },
  png: {
    name: ['图片', 'Picture'],
    intro: [
      '邮件、打印和不让用脚本的地方用。数字不能点开看出处，所以图片连到数字的网页。',
      'For mail, print and places without scripts. The picture leads to the figure’s page.',
    ],
    source: SOURCE_ONLY,
  },
  static: {
    name: ['静态网页', 'Static HTML'],
    intro: [
      '给能直接写网页代码的地方用。没有脚本，卡片也是完整的样子；有脚本，才能点开出处。',
      'For pages whose code you write yourself. The card shows whole without a script; with one, its source opens too.',
    ],
    source: [
      '多数编辑器会删掉它：拿不准就用“链接”。浏览器太旧（2023年以前），读者看到文字和链接。',
      'Most editors remove it: in doubt take the link. In browsers older than 2023 readers see the words and the link.',
    ],
  },
  text: {
    name: ['文字和网址', 'Words and address'],
    intro: [
      '短信、聊天和只收文字的地方用。有的系统（如WordPress）会把单独一行的网址变成卡片。',
      'For messages and places that take text only. Some systems, such as WordPress, make a card of an address on its own line.',
    ],
    source: ['两行文字，贴在哪里都行。', 'Two lines of text, to be pasted anywhere.'],
  },
  marker: {
    name: ['文字标记', 'Marker'],
    intro: [
      '只在网站模板开了文字标记时用：脚本上写着data-qd-markers。没有开，读者会看到方括号。',
      'Only where the site’s template expands markers: its script says data-qd-markers. Elsewhere readers see the brackets.',
    ],
    source: ['一行文字，贴在编辑区里。', 'A line of text, to be pasted into the editor.'],
  },
};
const NAMES = Object.keys(FORMS) as FormName[];
const form = (): Form => FORMS[state.form];
/** A list has no picture. */
const names = () => NAMES.filter((name) => name !== 'png' || picture());

function drawForms(): void {
  if (!names().includes(state.form)) state.form = 'html';
  const tabs = names().map((name) => {
    const isChosen = name === state.form;
    const tab = make(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `form-${name}`,
        'aria-selected': String(isChosen),
        'aria-controls': 'panel',
        tabindex: isChosen ? '0' : '-1',
      },
      say(FORMS[name].name),
    );
    tab.addEventListener('click', () => chooseForm(name));
    return tab;
  });
  fill(by('forms'), ...tabs);
  by('panel').setAttribute('aria-labelledby', `form-${state.form}`);
}

function chooseForm(name: FormName): void {
  const hasFocus = by('forms').contains(document.activeElement);
  state.form = name;
  update();
  if (hasFocus) by(`form-${name}`).focus();
}

by('forms').addEventListener('keydown', (event) => {
  const all = names();
  const at = all.indexOf(state.form);
  const next = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1}[event.key];
  if (next === undefined) return;
  event.preventDefault();
  chooseForm(all[(next + all.length) % all.length]!);
});

function drawCode(place: Element, code: string): void {
  fill(
    place,
    ...tokens(code).map(({kind, text}) => (kind === 'text' ? text : make('span', {class: kind}, text))),
  );
}

/** Words and address, which is what an editor without rich text gets. */
const plainText = () => embedSnippet('text', request()).article;

function action(words: Both, isPrimary: boolean, run: () => Promise<Both> | Both): HTMLElement {
  const button = make('button', {type: 'button', class: isPrimary ? 'primary' : undefined}, say(words));
  button.addEventListener('click', async () => {
    by('told').textContent = '';
    const told = say(await run());
    // A link to nowhere is told where it is copied, not found out by readers.
    by('told').textContent = base() === EXAMPLE || !base() ? `${told}${say(STILL_EXAMPLE)}` : told;
  });
  return button;
}

const STILL_EXAMPLE: Both = [
  '。注意：网址还是举例的，要先在下面“网站模板”里填你们网站的。',
  '. But its address is still the example: first put in your site’s own, under Template below.',
];

const FAILED: Both = [
  '没有复制成功：下面的代码已经选中，请按Ctrl+C',
  'Not copied: the code below is selected, press Ctrl+C',
];

/** The static form as it was drawn last, and of what. */
const drawn: {of: string; answer?: StaticAnswer | undefined} = {of: ''};

/** What stands in the article; nothing as long as it is being drawn. */
function article(): string {
  if (state.form !== 'static') return embedSnippet(state.form, request()).article;
  return drawn.answer && 'html' in drawn.answer ? drawn.answer.html : '';
}

/** What the form needs of the site's template; the static form does without, but opens its source with it. */
const template = () => embedSnippet(state.form === 'static' ? 'html' : state.form, request()).template;

/** Has the static form drawn, unless it is, and shows it. */
async function drawStaticForm(): Promise<void> {
  const asked = request();
  const of = JSON.stringify([asked.target, asked.look, asked.base, asked.data]);
  if (drawn.of !== of) {
    drawn.of = of;
    drawn.answer = undefined;
    const answer = await drawStatic(asked);
    // Something else was chosen meanwhile.
    if (drawn.of !== of) return;
    drawn.answer = answer;
    if ('fault' in answer) drawn.of = '';
  }
  if (state.form === 'static') drawTake();
}

/** More than a reader looks at is copied, not shown. */
const MOST_SHOWN = 20_000;

function drawArticle(): void {
  const text = article();
  const isStatic = state.form === 'static';
  const answer = isStatic ? drawn.answer : undefined;
  by('panel').setAttribute('aria-busy', String(isStatic && !answer));
  for (const button of by('actions').querySelectorAll('button')) button.disabled = !text;
  if (isStatic && !answer) fill(by('code'), say(['正在生成……', 'Being drawn …']));
  else if (answer && 'fault' in answer)
    fill(by('code'), say(NOT_DRAWN), answer.fault && ` (${answer.fault})`);
  else drawCode(by('code'), text.slice(0, MOST_SHOWN));
  by('code-rest').textContent =
    text.length > MOST_SHOWN
      ? say([
          `这里只显示开头；全部约${Math.ceil(text.length / 1000)}千字符，点按钮复制。`,
          `Only the beginning is shown; the button copies all ${Math.ceil(text.length / 1000)},000 characters.`,
        ])
      : '';
  by('policy').hidden = !(answer && 'html' in answer);
  if (answer && 'html' in answer) by('hashes').textContent = answer.styleHashes.join(' ');
}

const NOT_DRAWN: Both = [
  '没有生成出来：这个浏览器可能太旧，请用“链接”。',
  'Not drawn: this browser may be too old; take the link.',
];

function drawActions(): void {
  const copySource = async (): Promise<Both> =>
    (await copyFlavours({text: article()}, by('code')))
      ? ['已复制源代码，请粘贴到“源代码”视图', 'Source copied; paste it into the source view']
      : state.form === 'static'
        ? ['没有复制成功，请用“下载源代码”', 'Not copied: download the source']
        : FAILED;
  const copyRich = async (): Promise<Both> =>
    (await copyFlavours({html: article(), text: plainText()}, by('code')))
      ? ['已复制，到编辑区里粘贴（Ctrl+V）', 'Copied; paste it into the editor (Ctrl+V)']
      : FAILED;
  const copyText = async (): Promise<Both> =>
    (await copyFlavours({text: article()}, by('code'))) ? ['已复制', 'Copied'] : FAILED;
  const saveSource = (): Both => {
    const {part, name} = target();
    saveFile(`${part ?? name}.html`, new Blob([article()], {type: 'text/html'}));
    return ['源代码已下载', 'Source downloaded'];
  };
  const savePng = async (): Promise<Both> => {
    const {part, name} = target();
    saveFile(`${part ?? name}.png`, await pngOf(picture()!.canvas));
    return ['图片已下载', 'Picture downloaded'];
  };
  const copyPng = async (): Promise<Both> =>
    (await copyPicture(pngOf(picture()!.canvas)))
      ? ['已复制图片，到编辑区里粘贴', 'Picture copied; paste it into the editor']
      : ['这个浏览器在这里不能复制图片，请用“下载图片”', 'This browser copies no picture here: download it'];
  const buttons = {
    html: [
      action(['复制', 'Copy'], true, copyRich),
      action(['复制源代码', 'Copy source'], false, copySource),
    ],
    png: [
      action(['下载图片', 'Download the picture'], true, savePng),
      action(['复制图片', 'Copy the picture'], false, copyPng),
      action(['复制图片和链接', 'Copy picture and link'], false, copyRich),
      action(['复制源代码', 'Copy source'], false, copySource),
    ],
    static: [
      action(['复制源代码', 'Copy source'], true, copySource),
      action(['下载源代码', 'Download source'], false, saveSource),
    ],
    text: [action(['复制', 'Copy'], true, copyText)],
    marker: [action(['复制', 'Copy'], true, copyText)],
  } as Partial<Record<FormName, HTMLElement[]>>;
  fill(by('actions'), ...(buttons[state.form] ?? [action(['复制源代码', 'Copy source'], true, copySource)]));
}

function drawTake(): void {
  by('form-intro').textContent = say(form().intro);
  by('source-note').textContent = say(form().source);
  drawArticle();
  by('code-name').textContent = say(
    state.form === 'text' || state.form === 'marker'
      ? ['要粘贴的文字', 'Text to paste']
      : ['源代码', 'Source code'],
  );
  by('template-part').hidden = !template();
  drawCode(by('template'), template() ?? '');
  by('told').textContent = by('hashes-told').textContent = '';
  const isValid = base() !== undefined;
  const isExample = base() === EXAMPLE;
  baseField.setAttribute('aria-invalid', String(!isValid));
  by('base-note').textContent = isValid
    ? isExample
      ? say([
          '这是举例的地址，请改成你们网站的；不知道就问网站管理员。',
          'This address is an example: put your site’s own here, or ask its administrator.',
        ])
      : ''
    : say(['要写完整的网址，以https://开头。', 'A full address is needed, beginning with https://.']);
  drawData();
  if (isExample || !isValid) by('site').setAttribute('data-asks', '');
  else by('site').removeAttribute('data-asks');
}

/** Where an own report's data will stand, and how its files are made. */
function drawData(): void {
  by('own-data').hidden = !isOwn();
  if (!isOwn()) return;
  const asked = request();
  const standard = reportAddress({base: asked.base, report: asked.report});
  const given = ownReports.get(asked.report.id);
  const isValid = !given || /^https?:\/\/[^\s"<>]+$/.test(given);
  if (document.activeElement !== dataField) dataField.value = given || standard;
  dataField.setAttribute('aria-invalid', String(!isValid));
  by('data-note').textContent = !isValid
    ? say(['要写完整的网址，以https://开头。', 'A full address is needed, beginning with https://.'])
    : given && given !== standard
      ? say([
          `“组件标签”和“静态网页”用这个网址；链接、框架和图片总到${standard}找，那里也要放一份。`,
          `Tag and static HTML use this address; links, frames and pictures always look at ${standard}: put a copy there too.`,
        ])
      : '';
  by('command').textContent = `npx qd report ${asked.report.id}.json --out qd --base ${asked.base}`;
}

dataField.addEventListener('input', () => {
  ownReports.set(report().id, dataField.value.trim());
  update();
});

by('copy-template').addEventListener('click', async () => {
  const isCopied = await copyFlavours({text: template() ?? ''}, by('template'));
  by('template-told').textContent = say(isCopied ? ['已复制', 'Copied'] : FAILED);
});

by('copy-hashes').addEventListener('click', async () => {
  const isCopied = await copyFlavours({text: by('hashes').textContent}, by('hashes'));
  by('hashes-told').textContent = say(isCopied ? ['已复制', 'Copied'] : FAILED);
});

function update(): void {
  // What is chosen decides which forms there are.
  drawForms();
  drawActions();
  drawPreview();
  drawTake();
  if (state.form === 'static') void drawStaticForm();
  judge();
}

/* After pasting ------------------------------------------------------------------------------------------- */

const back = by<HTMLTextAreaElement>('paste-back');
/** The text that was pasted together with rich text. */
let plain = '';

function judge(): void {
  const markup = back.value;
  const place = by('verdict');
  by('as-source').hidden = !plain;
  if (!markup.trim()) return fill(place);
  const asked = request();
  const [words = '', address = ''] = embedSnippet('text', asked).article.split('\n');
  const {outcome, works, left, advice} = judgeMarkup(markup, {words, address});
  fill(
    place,
    make(
      'p',
      {class: works ? 'outcome good' : 'outcome bad'},
      make('b', {}, works ? '✓ ' : '✗ '),
      say(OUTCOMES[outcome]),
    ),
    make(
      'p',
      {},
      left.length
        ? say(['留下的：', 'Left: ']) +
            left.map((part) => say(PARTS[part])).join(say(['、', ', '])) +
            say(['。', '.'])
        : say(['找不到这张卡片的任何东西。', 'Nothing of this card was found.']),
    ),
    make('ul', {}, ...advice.map((one) => make('li', {}, say(ADVICE[one])))),
  );
}

back.addEventListener('paste', (event) => {
  const html = event.clipboardData?.getData('text/html') ?? '';
  plain = html ? (event.clipboardData?.getData('text/plain') ?? '') : '';
  if (!html) return;
  event.preventDefault();
  back.value = html;
  judge();
});
back.addEventListener('input', () => {
  plain = '';
  judge();
});
by('as-source').addEventListener('click', () => {
  back.value = plain;
  plain = '';
  judge();
  back.focus();
});

/* Start --------------------------------------------------------------------------------------------------- */

function drawAll(): void {
  drawSelects();
  drawChoices();
  drawWidgets();
  drawFound();
  drawOwn();
  update();
}

document.addEventListener('change', ({target: field}) => {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
  if (field.name === 'kind') {
    state.kind = field.value as Kind;
    state.part = '';
    drawChoices();
    drawWidgets();
    showChosen();
  } else if (field.name === 'choice') {
    state.part = field.value;
    drawWidgets();
  } else if (field === reportField) {
    startReport();
    drawSelects();
    drawChoices();
    drawWidgets();
    showChosen();
  } else if (field === areaField) return narrow();
  else if (field === widgetField) drawVariants();
  else if (field === baseField) baseField.value = base() ?? baseField.value;
  else if (field === find || field === brandField || field.type === 'file' || field === dataField) return;
  else if (field.id === 'own-address') return;
  update();
});
find.addEventListener('input', narrow);
pageField.addEventListener('input', drawFound);
// A page that is copied has its links in its rich text only.
pageField.addEventListener('paste', (event) => {
  const html = event.clipboardData?.getData('text/html') ?? '';
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/<a\s|\[qd:/i.test(html) || /^https?:\/\/\S+$/.test(text.trim())) return;
  event.preventDefault();
  pageField.value = html;
  drawFound();
});
baseField.addEventListener('input', update);
brandField.addEventListener('input', () => {
  state.brand = brandField.value;
  by('no-brand').hidden = false;
  update();
});
by('no-brand').addEventListener('click', () => {
  state.brand = '';
  brandField.value = '#1d5b96';
  by('no-brand').hidden = true;
  brandField.focus();
  update();
});

/** The figure that the address names is the one that is chosen. */
function chooseByAddress(): void {
  const named = decodeURIComponent(location.hash.slice(1));
  if (!report().observations.some(({indicator}) => indicator === named)) return;
  choose({name: 'metric', report: report().id, part: named});
}

async function start(): Promise<void> {
  for (const load of Object.values(bundledReports)) {
    const {default: loaded} = await load();
    reports.push(loaded as unknown as Report);
  }
  baseField.value = isOnServer ? new URL('../', location.href).href : EXAMPLE;
  state.part = report().observations.some(({indicator}) => indicator === 'data-resource-calls')
    ? 'data-resource-calls'
    : (report().observations[0]?.indicator ?? '');
  by('site').toggleAttribute('open', !isOnServer);
  drawAll();
  chooseByAddress();
  startSwitches(drawAll);
  showChosen();
  addEventListener('hashchange', chooseByAddress);
}

void start();
