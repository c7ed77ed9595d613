import type {FigurePart} from '../src/figure-part.js';
import {printedFigureParts, spokenPrinted} from '../src/printed-figure.js';
import type {Figure} from '../src/schema.js';
import {lazy} from './lazy.js';

/** How figures are put in one language. */
export interface FigureLanguage {
  parts(figure: Figure): FigurePart[];
  /** `text` is what the parts join to. */
  spoken(figure: Figure, text: string): string;
}

const languages: Record<string, FigureLanguage> = {
  'zh-CN': {parts: printedFigureParts, spoken: (_figure, text) => spokenPrinted(text)},
};
let coming: Promise<void> | undefined;

/** The language's figures, once they are in the page: Chinese at once, English, for all others, when first asked for. */
export function figureLanguage(locale: string): FigureLanguage | undefined {
  return languages[locale === 'zh-CN' ? locale : 'en'];
}

/** Brings the English figures, once a page. */
export function loadFigureLanguage(): Promise<void> {
  coming ??= lazy.english().then(
    ({englishFigureParts, spokenEnglishFigure}) => {
      languages['en'] = {parts: englishFigureParts, spoken: spokenEnglishFigure};
    },
    (error: unknown) => {
      coming = undefined;
      throw error;
    },
  );
  return coming;
}
