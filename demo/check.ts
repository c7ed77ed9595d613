import {EMBED_NAMES, needsPart, partAttribute} from '../src/embed/embed-path.js';
import {judgePolicy, type PolicyFault} from '../src/embed/judge-policy.js';

/* What an administrator opens on the portal itself. Only what the embed files need is used, and nothing is sent. */

type Both = readonly [zh: string, en: string];

/** A check: well, not well with what to do, or only to be known. */
interface Line {
  state: 'good' | 'bad' | 'note';
  says: Both;
  /** What to do. */
  remedy?: Both | undefined;
}

/** What every embed file must be able to show, from the report that is in the files. */
const REPORT = 'qingdao-2024-h1';
const PARTS: Record<string, string> = {
  metric: 'data-resource-calls',
  progress: 'ocean-data-share',
  chart: 'public-data-records',
  area: 'coordination',
};

const folder = new URL('./', location.href).href;
const root = document.documentElement;
const lines: Line[] = [];
const SIGNS = {good: '✓', bad: '✗', note: '·'};

function spans([zh, en]: Both): Node[] {
  return [
    ['zh-CN', zh],
    ['en', en],
  ].map(([lang, words]) => {
    const span = document.createElement('span');
    span.lang = lang!;
    span.textContent = words!;
    return span;
  });
}

function element(name: string, children: Node[], className = ''): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  for (const child of children) made.appendChild(child);
  return made;
}

function show(): void {
  const list = document.getElementById('lines')!;
  list.textContent = '';
  for (const {state, says, remedy} of lines) {
    const sign = element('span', [document.createTextNode(SIGNS[state])], 'sign');
    list.appendChild(
      element(
        'li',
        [sign, element('b', spans(says)), ...(remedy ? [element('small', spans(remedy))] : [])],
        state,
      ),
    );
  }
}

function add(line: Line): void {
  lines.push(line);
  show();
}

/* Which of the two files ran ------------------------------------------------------------------------------- */

const ran = {module: false, classic: false};
let version = '';
const {warn} = console;
// The second copy on a page says that it steps aside, and which version it is.
console.warn = (...words: unknown[]) => {
  const [, found] = /^qd-widgets: loaded twice; this copy \(([^)]+)\)/.exec(String(words[0])) ?? [];
  if (found) version = found;
  else warn.apply(console, words);
};
document.addEventListener(
  'load',
  ({target}) => {
    if (!(target instanceof HTMLScriptElement)) return;
    const isModule = target.type === 'module';
    const isDefined = Boolean(customElements.get('qd-metric'));
    if (isModule) ran.module = isDefined;
    else if (/qd\.iife\.js$/.test(target.src)) ran.classic = ran.module ? Boolean(version) : isDefined;
  },
  true,
);

function checkScripts(): void {
  const remedy: Both = [
    '服务器要以text/javascript发送.js文件；不要改动文件内容。',
    'The server must send .js files as text/javascript, and leave their content alone.',
  ];
  add(
    ran.module
      ? {state: 'good', says: ['模块文件qd.js能运行', 'The module file qd.js runs']}
      : {
          state: 'bad',
          says: ['模块文件qd.js没有运行', 'The module file qd.js did not run'],
          remedy: ran.classic
            ? [
                '请在模板里改用qd.iife.js；旧浏览器也要用它。',
                'Use qd.iife.js in the template; old browsers need it too.',
              ]
            : remedy,
        },
  );
  add(
    ran.classic
      ? {state: 'good', says: ['普通脚本qd.iife.js能运行', 'The classic file qd.iife.js runs']}
      : {
          state: 'bad',
          says: ['普通脚本qd.iife.js没有运行', 'The classic file qd.iife.js did not run'],
          remedy,
        },
  );
}

/* The files -------------------------------------------------------------------------------------------------- */

async function checkFiles(): Promise<void> {
  let listed: {version: string; files: Record<string, string>};
  try {
    const response = await fetch(`${folder}sri.json`, {cache: 'no-cache'});
    if (!response.ok) throw new Error(String(response.status));
    listed = await response.json();
  } catch {
    add({
      state: 'bad',
      says: ['读不到sri.json，不能核对文件', 'sri.json cannot be read, so the files cannot be compared'],
      remedy: [
        "把整个embed文件夹原样放上去；在网站上打开这一页，不要从电脑里打开；网站的策略要允许connect-src 'self'。",
        "Put the whole embed folder there as it is, open this page on the site, and allow connect-src 'self' in its policy.",
      ],
    });
    return;
  }
  const isOne = !version || version === listed.version;
  add({
    state: isOne ? 'good' : 'bad',
    says: [`版本${listed.version}`, `Version ${listed.version}`],
    remedy: isOne
      ? undefined
      : [
          `运行的是${version}：清除缓存，或把整个文件夹重新放一次。`,
          `Version ${version} is running: clear the caches, or put the whole folder there again.`,
        ],
  });
  // The browser compares by itself, also where a page without HTTPS is given no means to do so.
  const results = await Promise.all(
    Object.entries(listed.files).map(async ([name, integrity]) => {
      try {
        return (await fetch(folder + name, {integrity, cache: 'no-cache'})).ok ? '' : name;
      } catch {
        return name;
      }
    }),
  );
  const wrong = results.filter(Boolean);
  add(
    wrong.length
      ? {
          state: 'bad',
          says: [`有文件缺少或被改过：${wrong.join('、')}`, `Missing or altered: ${wrong.join(', ')}`],
          remedy: [
            '重新放上去；关掉服务器或防护设备对这些文件的压缩合并、转码和插入代码。模板里写了integrity时，被改过的文件不会运行。',
            'Put them there again, and turn off whatever minifies, recodes or injects code into these files. With integrity in the template an altered file does not run.',
          ],
        }
      : {
          state: 'good',
          says: [
            `${results.length}个文件的校验值都对`,
            `The hashes of all ${results.length} files are right`,
          ],
        },
  );
  add(
    wrong.includes('qd-chart-lib.js')
      ? {
          state: 'bad',
          says: ['取不到画图用的qd-chart-lib.js', 'qd-chart-lib.js, which draws charts, is not to be had'],
          remedy: ['它要和qd.js放在一起。', 'It belongs beside qd.js.'],
        }
      : {state: 'good', says: ['画图用的文件取得到', 'The file that draws charts is there']},
  );
}

/* The policy ------------------------------------------------------------------------------------------------- */

const FAULTS: Record<PolicyFault, Both> = {
  script: [
    "script-src要加上'self'（用了strict-dynamic的，给脚本加nonce）",
    "script-src needs 'self'; with strict-dynamic give the script its nonce",
  ],
  style: ["style-src要加上'self'", "style-src needs 'self'"],
  connect: ["connect-src要加上'self'，取报告数据用", "connect-src needs 'self', for the data of reports"],
  picture: ["img-src要加上'self'，图片形式用", "img-src needs 'self', for pictures"],
  templates: ['trusted-types要加上qd-widgets', 'trusted-types needs qd-widgets'],
};

async function checkPolicy(): Promise<void> {
  let response: Response;
  try {
    response = await fetch(location.href, {method: 'HEAD', cache: 'no-cache'});
  } catch {
    add({
      state: 'note',
      says: ['读不到这一页的安全策略', 'The policy of this page cannot be read'],
      remedy: ['请在浏览器的开发者工具里看。', 'See it in the developer tools of the browser.'],
    });
    return;
  }
  const policy = response.headers.get('content-security-policy');
  if (!policy) {
    add({
      state: 'note',
      says: [
        '服务器没有发送安全策略（CSP），卡片不受影响',
        'The server sends no content policy; cards do not mind',
      ],
    });
    return;
  }
  const {faults: found, hasTrustedTypes} = judgePolicy(policy, folder);
  // Cards need no picture; only the form that is one does.
  const faults = found.filter((fault) => fault !== 'picture');
  add(
    faults.length
      ? {
          state: 'bad',
          says: ['网站的安全策略（CSP）拦住了一些东西', 'The site’s content policy stands in the way'],
          remedy: [
            `${faults.map((fault) => FAULTS[fault][0]).join('；')}。现在的策略：${policy}`,
            `${faults.map((fault) => FAULTS[fault][1]).join('; ')}. The policy now: ${policy}`,
          ],
        }
      : {
          state: 'good',
          says: ['网站的安全策略（CSP）允许卡片', 'The site’s content policy allows cards'],
          remedy: [`策略：${policy}`, `The policy: ${policy}`],
        },
  );
  if (found.includes('picture')) {
    add({
      state: 'note',
      says: ['图片形式在这里显示不出来', 'The picture form is not shown here'],
      remedy: FAULTS.picture,
    });
  }
  if (!faults.includes('templates')) {
    add({
      state: 'good',
      says: hasTrustedTypes
        ? ['受信类型（Trusted Types）里有qd-widgets', 'Trusted Types list qd-widgets']
        : ['网站没有要求受信类型（Trusted Types）', 'The site asks for no Trusted Types'],
    });
  }
}

/* The folder, and a card of each kind ------------------------------------------------------------------------- */

function checkFolder(): void {
  const isNamed = /\/embed\/$/.test(new URL(folder).pathname);
  add(
    isNamed
      ? {state: 'good', says: [`文件在${folder}`, `The files are in ${folder}`]}
      : {
          state: 'bad',
          says: ['文件夹不叫embed', 'The folder is not called embed'],
          remedy: [
            '链接要靠路径里的/embed/认出来：请把文件夹改名为embed，里面的文件不动。',
            'Links are known by /embed/ in their path: rename the folder to embed and leave its files alone.',
          ],
        },
  );
}

interface Card extends HTMLElement {
  state?: string;
}

async function checkCards(): Promise<void> {
  const undefinedTags = EMBED_NAMES.filter((name) => !customElements.get(`qd-${name}`));
  add(
    undefinedTags.length
      ? {
          state: 'bad',
          says: ['有标签没有定义', 'Some tags are not defined'],
          remedy: [
            '脚本没有运行完；先解决上面的问题。',
            'The script did not come to its end; see to the lines above first.',
          ],
        }
      : {
          state: 'good',
          says: [`${EMBED_NAMES.length}种标签都有了`, `All ${EMBED_NAMES.length} tags are defined`],
        },
  );
  const cards = EMBED_NAMES.map((name) => {
    const card = document.createElement(`qd-${name}`) as Card;
    card.setAttribute('report', REPORT);
    const attribute = partAttribute(name);
    if (attribute && needsPart(name)) card.setAttribute(attribute, PARTS[name]!);
    card.textContent = name;
    document.getElementById('samples')!.appendChild(card);
    return card;
  });
  await Promise.all(
    cards.map(
      (card) =>
        new Promise<void>((resolve) => {
          const isDone = () => card.state && card.state !== 'loading';
          if (isDone()) return resolve();
          for (const type of ['qd-ready', 'qd-error'])
            card.addEventListener(type, () => isDone() && resolve());
          setTimeout(resolve, 20_000);
        }),
    ),
  );
  const failed = cards.filter(({state}) => state !== 'ready' && state !== 'absent');
  add({
    state: failed.length ? 'bad' : 'good',
    says: [
      `${cards.length}张卡片，${failed.length}张出错`,
      `${cards.length} cards, ${failed.length} in error`,
    ],
    remedy: failed.length
      ? [
          `出错的：${failed.map(({localName}) => localName).join('、')}。先解决上面的问题；还不行，把这一页的截图发给提供文件的人。`,
          `In error: ${failed.map(({localName}) => localName).join(', ')}. See to the lines above first; then send a picture of this page to whoever gave you the files.`,
        ]
      : undefined,
  });
}

/* Start ------------------------------------------------------------------------------------------------------- */

for (const button of document.querySelectorAll<HTMLButtonElement>('.bar button')) {
  button.addEventListener('click', () => {
    root.lang = button.value;
    for (const other of document.querySelectorAll('.bar button')) {
      other.setAttribute('aria-pressed', String(other === button));
    }
    document.title = button.value === 'en' ? 'Check the figure cards' : '检查数字卡片';
  });
}
const sum = document.getElementById('sum')!;
function sumUp(words: Both): void {
  sum.textContent = '';
  for (const node of spans(words)) sum.appendChild(node);
}

sumUp(['正在检查……', 'Checking …']);
addEventListener('load', async () => {
  if (location.protocol === 'file:') {
    // Much fails there that is well on a site: only what to do is said.
    document.querySelector<HTMLElement>('.samples')!.hidden = true;
    sumUp([
      '✗ 这一页是从电脑里打开的，检查不了。把整个embed文件夹放到网站上，再用网站的网址打开它，例如https://www.example.gov.cn/qd/embed/check.html',
      '✗ Opened as a file, this page cannot check anything. Put the whole embed folder on your site and open it there, as https://www.example.gov.cn/qd/embed/check.html',
    ]);
    root.setAttribute('data-checked', '1');
    return;
  }
  checkFolder();
  checkScripts();
  await checkFiles();
  await checkPolicy();
  await checkCards();
  const bad = lines.filter(({state}) => state === 'bad').length;
  sumUp(
    bad
      ? [`✗ 有${bad}项要处理`, `✗ ${bad} to be seen to`]
      : ['✓ 装好了，可以在文章里放卡片了', '✓ Installed: cards can be put into articles'],
  );
  root.setAttribute('data-checked', String(bad));
});
