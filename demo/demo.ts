import 'qd-widgets/widgets/index.js';
import {startSwitches} from './switches.js';
import {copyFlavours} from './copy-flavours.js';
import {snippet, snippetAddress, tokens, type SnippetRequest} from './snippet.js';

const root = document.documentElement;
const isEnglish = () => root.lang === 'en';

/* Cards grow when they come alive: the one that the address names is brought back into sight ---------------- */

const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (target) {
  const tags = [...document.querySelectorAll<HTMLElement>('main qd-report :not(:defined), main [state]')];
  const alive = tags.map(
    (tag) =>
      tag.getAttribute('state') === 'ready' ||
      new Promise((resolve) => tag.addEventListener('qd-ready', resolve, {once: true})),
  );
  let hasMoved = false;
  for (const type of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
    addEventListener(type, () => (hasMoved = true), {once: true, passive: true});
  }
  void Promise.all(alive).then(() =>
    requestAnimationFrame(() => {
      if (!hasMoved) target.scrollIntoView();
    }),
  );
}

/* The thick segment of the navigation follows the reader -------------------------------------------------- */

const entries = document.querySelectorAll<HTMLAnchorElement>('.areanav a');
const seen = new IntersectionObserver(
  (areas) => {
    for (const {isIntersecting, target} of areas) {
      if (!isIntersecting) continue;
      for (const entry of entries) {
        if (entry.hash !== `#${target.id}`) entry.removeAttribute('aria-current');
        else {
          entry.setAttribute('aria-current', 'true');
          const list = entry.closest('nav')!;
          // On a phone the list scrolls sideways.
          list.scrollTo({left: entry.offsetLeft - list.clientWidth / 3});
        }
      }
    }
  },
  {rootMargin: '-15% 0px -75% 0px'},
);
for (const area of document.querySelectorAll('.area')) seen.observe(area);

/* "Read the text" opens the place in the text below ---------------------------------------------------------- */

/** <qd-source>, as far as it is needed here. */
interface TextView extends HTMLElement {
  hasPlace(place: {start: number}): boolean;
  showPlace(place: {start: number}): Promise<boolean>;
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-start]')) {
  link.addEventListener('click', (event) => {
    const view = document.querySelector<TextView>('qd-source')!;
    const place = {start: Number(link.dataset['start'])};
    if (!view.hasPlace(place)) return;
    event.preventDefault();
    history.pushState(null, '', link.hash);
    void view.showPlace(place);
  });
}

/* On paper the table has all its rows ------------------------------------------------------------------------- */

const table = document.querySelector<HTMLElement & {pageSize?: number}>('qd-table')!;
const shown = Number(table.getAttribute('page-size'));
addEventListener('beforeprint', () => (table.pageSize = Infinity));
addEventListener('afterprint', () => (table.pageSize = shown));

/* The builder --------------------------------------------------------------------------------------------- */

const builder = document.querySelector<HTMLElement>('.builder')!;
const find = builder.querySelector<HTMLInputElement>('#find')!;
const none = builder.querySelector('.none')!;
const code = builder.querySelector('#snippet')!;
const told = builder.querySelector('.told')!;
const choices = [...builder.querySelectorAll<HTMLInputElement>('[name=figure]')];

function request(): SnippetRequest {
  const choice = choices.find(({checked}) => checked)!;
  const {tag, zh, en} = choice.dataset;
  return {
    name: tag === 'qd-progress' ? 'progress' : 'metric',
    report: builder.dataset['report']!,
    indicator: choice.value,
    words: (isEnglish() ? en : zh)!,
    base: new URL('../', location.href).href,
  };
}

function showFigure(): void {
  const asked = request();
  const choice = choices.find(({checked}) => checked)!;
  const label = choice.closest('label')!.querySelector('span')!;
  const preview = builder.querySelector('.preview')!;
  let card = preview.firstElementChild!;
  if (card.localName !== `qd-${asked.name}`) {
    const other = document.createElement(`qd-${asked.name}`);
    other.toggleAttribute('framed', true);
    card.replaceWith(other);
    card = other;
  }
  card.setAttribute('indicator', asked.indicator);
  builder.querySelector('.sentence qd-metric')!.setAttribute('indicator', asked.indicator);
  for (const word of builder.querySelectorAll('.sentence i')) {
    const {lang} = word.parentElement!;
    word.textContent = label.querySelector(`[lang='${lang}']`)!.textContent + (lang === 'en' ? ':' : '');
  }
  builder.querySelector('qd-qr')!.setAttribute('href', `#${asked.indicator}`);
  builder.querySelector<HTMLAnchorElement>('.all-forms a')!.hash = asked.indicator;
  code.replaceChildren(
    ...tokens(snippet(asked)).map(({kind, text}) => {
      if (kind === 'text') return text;
      const span = document.createElement('span');
      span.className = kind;
      span.textContent = text;
      return span;
    }),
  );
  told.textContent = '';
}

function search(): void {
  const words = find.value.toLowerCase().split(/\s+/);
  let found = 0;
  for (const choice of choices) {
    const text = `${choice.dataset['zh']} ${choice.dataset['en']} ${choice.value}`.toLowerCase();
    const isFound = words.every((word) => text.includes(word));
    choice.closest('li')!.hidden = !isFound;
    if (isFound) found++;
  }
  none.textContent = found ? '' : isEnglish() ? 'No figure of this name' : '没有这个名称的数字';
}

/** The figure that the address names is the one that is chosen. */
function chooseByAddress(): void {
  const named = choices.find(({value}) => location.hash === `#${value}`);
  if (!named) return;
  named.checked = true;
  showFigure();
}
addEventListener('hashchange', chooseByAddress);

find.addEventListener('input', search);
for (const choice of choices) choice.addEventListener('change', showFigure);
builder.querySelector('.primary')!.addEventListener('click', async () => {
  told.textContent = '';
  const asked = request();
  const text = `${asked.words}\n${snippetAddress(asked)}`;
  const isCopied = await copyFlavours({html: snippet(asked), text}, code);
  if (isCopied) told.textContent = isEnglish() ? 'Copied' : '已复制';
  else
    told.textContent = isEnglish() ? 'Not copied: copy the selected text' : '没有复制成功，请复制选中的文字';
});

chooseByAddress();
startSwitches(showFigure);
showFigure();
// Not before <qd-report> has drawn its slot: until then nothing inside it has a place.
requestAnimationFrame(() => {
  const chosen = choices.find(({checked}) => checked)!.closest('li')!;
  chosen.parentElement!.scrollTop = chosen.offsetTop - chosen.parentElement!.offsetTop;
});
