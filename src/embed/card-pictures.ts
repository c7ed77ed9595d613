import {displayText} from '../display-text.js';
import {localize, toLocale} from '../locale.js';
import type {Observation, Report} from '../schema.js';
import {spokenFigure} from '../spoken-figure.js';
import {cardPicture, type CardPicture, type CardPictureLook} from './card-picture.js';
import {reportWords} from './embed-words.js';
import {pictureSvg, type PictureWords} from './picture-svg.js';

/** A file of an embed page. */
export interface PictureFile {
  /** `card.svg`, `card-dark.svg`, `card.png`, `card-dark.png`. */
  name: string;
  content: string | Uint8Array;
  /** In CSS pixels; a PNG has twice as many in each direction. */
  width: number;
  height: number;
}

/** Makes a PNG of a picture, and measures with the fonts that it draws with. */
export interface PicturePainter {
  measure: NonNullable<CardPictureLook['measure']>;
  png(picture: CardPicture): Promise<Uint8Array>;
}

/** What a picture is called and says: label and figure as spoken; then who says it, and the sentence. */
export function pictureWords(report: Report, observation: Observation, locale: string): PictureWords {
  const label = displayText(localize(observation.label, locale), locale);
  const quote = displayText(observation.provenance.quote, report.language);
  const isEnglish = toLocale(locale) === 'en';
  return {
    title: `${label}${isEnglish ? ': ' : '：'}${spokenFigure(observation, locale)}`,
    description: `${reportWords(report, locale)}${isEnglish ? ': ' : '：'}${quote}`,
  };
}

/**
 * The pictures of a figure for its embed page, light and dark: SVG, and with a painter PNG too. All four have the
 * same size when there is one, for they are laid out with its measures.
 */
export async function cardPictures(
  report: Report,
  observation: Observation,
  {painter, ...look}: Omit<CardPictureLook, 'theme' | 'measure'> & {painter?: PicturePainter} = {},
): Promise<PictureFile[]> {
  const words = pictureWords(report, observation, toLocale(look.locale ?? report.language));
  const files: PictureFile[] = [];
  for (const theme of ['light', 'dark'] as const) {
    const picture = cardPicture(report, observation, {...look, theme, measure: painter?.measure});
    const {width, height} = picture;
    const name = theme === 'dark' ? 'card-dark' : 'card';
    files.push({name: `${name}.svg`, content: pictureSvg(picture, words), width, height});
    if (painter) {
      files.push({name: `${name}.png`, content: await painter.png(picture), width, height});
    }
  }
  return files;
}
