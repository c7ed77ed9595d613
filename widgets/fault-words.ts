import {reasonOf, shorten, type Fault} from './fault.js';
import {defineWords} from './words.js';

const attribute = (name: string) => `${name}="…"`;

/** Tags that are asked for an area of work, not for an indicator. */
const AREA_TAGS = /^qd-(?:area|standings|table|source|document-list|platform-list)$/;

/** What a card says of a fault: what, where, and how to mend it. */
export const faultWords = defineWords<{retry: string; sentence: (fault: Fault, tag: string) => string}>(
  'fault',
  {
    'zh-CN': {
      retry: '重新读取',
      sentence(fault, tag) {
        const {code, what: given, known: others, attribute: named = 'indicator'} = fault;
        const what = shorten(given ?? '');
        const why = reasonOf(fault, 'zh-CN');
        const known = others?.length ? `可用的有：${others.map((id) => shorten(id)).join('、')}。` : '';
        switch (code) {
          case 'unknown-report':
            return given === undefined
              ? `没有指明报告。请给 <${tag}> 加上 ${attribute('report')}，或把它放进 <qd-report>。`
              : `没有编号为“${what}”的报告。请检查 <${tag}> 的 report 属性。${known}`;
          case 'unknown-indicator':
            if (AREA_TAGS.test(tag) && !fault.attribute) {
              return given === undefined
                ? `没有指明工作领域。请给 <${tag}> 加上 ${attribute('area')}。${known}`
                : `报告里没有工作领域“${what}”。请检查 <${tag}> 的 area 属性。${known}`;
            }
            return given === undefined
              ? `没有指明指标。请给 <${tag}> 加上 ${attribute(named)}。${known}`
              : `报告里没有指标“${what}”。请检查 <${tag}> 的 ${named} 属性。${known}`;
          case 'load-failed':
            return /^https?:/.test(what) || !what
              ? `报告没有读到${why && `（${why}）`}：${what}。请检查 <${tag}> 的 src 地址，确认在浏览器里能打开。`
              : `报告“${what}”没有读到${why && `（${why}）`}。请检查 <${tag}> 的地址，或用 registerReport 登记它的程序。`;
          case 'timeout':
            return `15 秒内没有读到报告：${what}。请稍后重试，或检查 <${tag}> 的 src 地址。`;
          case 'too-large':
            return `报告超过 5 MB，没有读取${what && `：${what}`}。请缩小文件后再用。`;
          case 'invalid-report':
            return `报告${what && `（${what}）`}不合格式，没有显示：${why} 请改正后再用；qd check 会列出全部问题。`;
          case 'not-a-share':
            return why
              ? `“${what}”不能以 target="${why}" 为目标。请在 <${tag}> 上写与数字同单位的正数，如 target="500" 或 target="50万"。`
              : `“${what}”在报告里没有总量，画不出进度。请改用 <qd-metric>，或给 <${tag}> 加上 ${attribute('target')}。`;
          case 'not-comparable':
            return `这些数字不能放在一起比较${why && `：${why}`}。请检查 <${tag}>。`;
        }
      },
    },
    en: {
      retry: 'Try again',
      sentence(fault, tag) {
        const {code, what: given, known: others, attribute: named = 'indicator'} = fault;
        const what = shorten(given ?? '');
        const why = reasonOf(fault, 'en');
        const known = others?.length ? ` There is: ${others.map((id) => shorten(id)).join(', ')}.` : '';
        switch (code) {
          case 'unknown-report':
            return given === undefined
              ? `No report is named. Give <${tag}> a ${attribute('report')}, or put it inside <qd-report>.`
              : `There is no report “${what}”. Check the report attribute of <${tag}>.${known}`;
          case 'unknown-indicator':
            if (AREA_TAGS.test(tag) && !fault.attribute) {
              return given === undefined
                ? `No area is named. Give <${tag}> an ${attribute('area')}.${known}`
                : `The report has no area “${what}”. Check the area attribute of <${tag}>.${known}`;
            }
            return given === undefined
              ? `No indicator is named. Give <${tag}> an ${attribute(named)}.${known}`
              : `The report has no indicator “${what}”. Check the ${named} attribute of <${tag}>.${known}`;
          case 'load-failed':
            return /^https?:/.test(what) || !what
              ? `The report could not be read${why && ` (${why})`}: ${what}. Check the src attribute of <${tag}>; the address must open in a browser.`
              : `The report “${what}” could not be read${why && ` (${why})`}. Check the address on <${tag}>, or the loader given to registerReport.`;
          case 'timeout':
            return `The report did not arrive within 15 seconds: ${what}. Try again later, or check the src attribute of <${tag}>.`;
          case 'too-large':
            return `The report is larger than 5 MB and was not read${what && `: ${what}`}. Make the file smaller.`;
          case 'invalid-report':
            return `The report${what && ` (${what})`} is not valid and is not shown: ${why} Mend it; qd check lists every fault.`;
          case 'not-a-share':
            return why
              ? `target="${why}" cannot be a target for “${what}”. On <${tag}>, write a positive number in the figure’s unit, such as target="500" or target="50万".`
              : `The report gives no whole for “${what}”, so there is no progress to draw. Use <qd-metric>, or give <${tag}> a ${attribute('target')}.`;
          case 'not-comparable':
            return `These figures must not be compared${why && `: ${why}`}. Check <${tag}>.`;
        }
      },
    },
  },
);
