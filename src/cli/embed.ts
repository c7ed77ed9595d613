import {parseArgs} from 'node:util';
import {cardPicture} from '../embed/card-picture.js';
import {pictureWords} from '../embed/card-pictures.js';
import {
  EMBED_NAMES,
  embedPath,
  needsPart,
  partAttribute,
  type EmbedName,
  type EmbedTarget,
} from '../embed/embed-path.js';
import {embedSnippet, type EmbedForm, type EmbedRequest} from '../embed/embed-snippet.js';
import {embedWords, targetObservation} from '../embed/embed-words.js';
import {pictureSvg} from '../embed/picture-svg.js';
import type {Observation, Report} from '../schema.js';
import {UsageError, type Command} from './command.js';
import {drawStatic} from './draw-static.js';
import {builtPictureSize, embedHashes, packageVersion} from './package-files.js';
import {readBase, readReport} from './read-report.js';

const FORMS = ['html', 'tag', 'iframe', 'static', 'svg', 'png', 'text', 'marker'] as const;
const LOOKS: Record<string, readonly string[]> = {
  variant: ['card', 'tile', 'hero', 'inline', 'bar', 'ring'],
  theme: ['light', 'dark', 'auto', 'wall'],
  text: ['standard', 'large'],
  locale: ['zh-CN', 'en'],
};

/** Forms that are drawn rather than written: each gives the markup of one thing to embed. */
const DRAWN: Partial<Record<(typeof FORMS)[number], (request: EmbedRequest) => string | Promise<string>>> = {
  svg: drawSvg,
  static: drawStatic,
};

/** The card of a figure as SVG. */
function drawSvg({report, target, look = {}}: EmbedRequest): string {
  const locale = look.locale ?? 'zh-CN';
  const observation = pictured('svg', report, target);
  const theme = look.theme === 'dark' ? 'dark' : 'light';
  const picture = cardPicture(report, observation, {theme, locale, brand: look.brand});
  return pictureSvg(picture, pictureWords(report, observation, locale));
}

/** The size of the picture beside the page: as it was built, or by estimate as `qd report` will make it. */
function pictureSize({report, target, isBundled}: EmbedRequest): {width: number; height: number} {
  const observation = pictured('png', report, target);
  const built = isBundled ? builtPictureSize(embedPath(target)) : undefined;
  if (built) return built;
  const {width, height} = cardPicture(report, observation);
  return {width, height};
}

/** The figure to draw: only cards of one figure have a picture. */
function pictured(form: string, report: Report, target: EmbedTarget): Observation {
  // Names what the report lacks.
  embedWords(report, target);
  const observation = targetObservation(report, target);
  if (target.name === 'metric' && observation) return observation;
  throw new UsageError(
    `--form ${form} is the picture of one figure: qd embed REPORT INDICATOR --form ${form}`,
  );
}

/** `qd embed`: what to paste. */
export const embed: Command = {
  summary: 'print what to paste into a page to show a figure',
  help: `Usage: qd embed REPORT INDICATOR [--form FORM] [--base URL] …
       qd embed REPORT [AREA] --tag NAME [--form FORM] [--base URL] …

Prints what to paste, version and integrity filled in: what the site's template loads once, and what stands in the
article.

REPORT is a bundled report's id, a file, or - for standard input. INDICATOR is a figure of it, AREA an area of work.

  --form FORM   html    a paragraph with a link, which survives most editors (the default)
                tag     the custom element with the link inside, where editors let it through
                iframe  a frame with the page of the card
                static  the card as HTML that needs no script
                svg     the card as a picture, itself
                png     a picture with a link, for mail and WeChat
                text    words and address, for a plain-text field
                marker  [qd:…], for a site whose script tag asks for markers
  --tag NAME    ${EMBED_NAMES.slice(0, 6).join(' ')}
                ${EMBED_NAMES.slice(6).join(' ')}; otherwise metric
  --base URL    the folder on your site that has embed/ in it; otherwise /qd/
  --variant, --theme, --text, --locale, --brand   how it looks
  --article     only what stands in the article
  --help        this help

Exit status: 0 printed, 1 the report falls short, 2 wrong use.
`,
  async run(args) {
    const {values, positionals} = parseArgs({
      args,
      allowPositionals: true,
      options: {
        form: {type: 'string', default: 'html'},
        tag: {type: 'string', default: 'metric'},
        base: {type: 'string'},
        variant: {type: 'string'},
        theme: {type: 'string'},
        text: {type: 'string'},
        locale: {type: 'string'},
        brand: {type: 'string'},
        article: {type: 'boolean'},
      },
    });
    const [name, part, ...others] = positionals;
    if (name === undefined || others.length) {
      throw new UsageError('Give a report and a figure: qd embed REPORT INDICATOR');
    }
    const form = oneOf('--form', values.form, FORMS);
    const tag = oneOf('--tag', values.tag.replace(/^qd-/, ''), EMBED_NAMES);
    for (const [key, known] of Object.entries(LOOKS)) {
      const given = values[key as 'variant' | 'theme' | 'text' | 'locale'];
      if (given !== undefined) oneOf(`--${key}`, given, known);
    }
    const {variant, theme, text, locale, brand} = values;
    if (brand !== undefined && !/^(?:#[\da-f]{3,8}|[a-z]{3,20})$/i.test(brand)) {
      throw new UsageError(`--brand is a colour, as #a62b22; not "${brand}"`);
    }
    const base = values.base === undefined ? '/qd/' : readBase(values.base);
    const {report, isBundled} = readReport(name);
    const request: EmbedRequest = {
      report,
      target: readTarget(tag, report.id, part),
      look: {variant, theme, text, locale, brand},
      base,
      version: packageVersion(),
      integrity: embedHashes(),
      isBundled,
    };
    if (form === 'static' || form === 'svg') {
      const draw = DRAWN[form];
      if (!draw) throw new UsageError(`--form ${form} is not in this build`);
      process.stdout.write(`${(await explain(() => draw(request))).trimEnd()}\n`);
      return 0;
    }
    if (form === 'png') request.size = await explain(() => pictureSize(request));
    const {template, article} = await explain(() => embedSnippet(form as EmbedForm, request));
    process.stdout.write(
      template && !values.article
        ? `<!-- once in the site's template -->\n${template}\n\n<!-- in the article -->\n${article}\n`
        : `${article}\n`,
    );
    if (values.base === undefined && (form === 'text' || form === 'png' || form === 'html')) {
      console.error(
        'The addresses begin with /qd/, as on the site itself. Elsewhere add --base https://www.example.gov.cn/qd/',
      );
    }
    return 0;
  },
};

function oneOf<T extends string>(option: string, given: string, known: readonly T[]): T {
  if (!known.includes(given as T)) {
    throw new UsageError(`${option} is one of ${known.join(', ')}; not "${given}"`);
  }
  return given as T;
}

function readTarget(name: EmbedName, report: string, part: string | undefined): EmbedTarget {
  const attribute = partAttribute(name);
  if (part === undefined && needsPart(name)) {
    const what = attribute === 'area' ? 'an area' : 'a figure';
    throw new UsageError(
      `qd-${name} needs ${what}: qd embed ${report} ${attribute === 'area' ? 'AREA' : 'INDICATOR'}`,
    );
  }
  if (part !== undefined && !attribute) {
    throw new UsageError(`qd-${name} shows the whole report: leave "${part}" out`);
  }
  return {name, report, part};
}

/** A figure or area that the report lacks was named wrongly. */
async function explain<T>(make: () => T | Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}
