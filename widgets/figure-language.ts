import type {FigurePart} from '../src/figure-part.js';
import {printedFigureParts, spokenPrinted} from '../src/printed-figure.js';
import type {Figure} from '../src/schema.js';
import type {Lazy} from './lazy.js';

/** How figures are put in one language. */
export interface FigureLanguage {
  parts(figure: Figure): FigurePart[];
  /** `text` is what the parts join to. */
  spoken(figure: Figure, text: string): string;
}

const languages: Record<string, FigureLanguage> = {
  'zh-CN': {parts: printedFigureParts, spoken: (_figure, text) => spokenPrinted(text)},
};

/** The language's figures, once they are in the page: Chinese at once, English, for all others, when first asked for. */
export function figureLanguage(locale: string): FigureLanguage | undefined {
  return languages[locale === 'zh-CN' ? locale : 'en'];
}

/** Takes the English figures, if they have come. */
export function addEnglish(english: Awaited<ReturnType<Lazy['english']>> | null | undefined): void {
  if (english) languages['en'] = {parts: english.englishFigureParts, spoken: english.spokenEnglishFigure};
}
