import './zod-config.js';
import * as z from 'zod/mini';

/**
 * Report format 1: a published document and the figures taken from it.
 *
 * Every object is strict, so a misspelt key fails, and nothing is transformed or filled in: what the file
 * says is what a widget gets. What the source does not say is absent, never guessed.
 */

const MAX_TEXT = 20_000;
export const MAX_ROWS = 10_000;

/** A name that appears in attributes and addresses: `data-resource-calls`. */
const idSchema = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(100));
const textSchema = z.string().check(z.minLength(1), z.maxLength(MAX_TEXT));
const offsetSchema = z.int().check(z.nonnegative());
const dateSchema = z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));
/** An http or https address without a user name in it. */
const urlSchema = z.string().check(z.regex(/^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/), z.maxLength(2_000));
const decimalSchema = z.string().check(z.regex(/^-?\d{1,30}(?:\.\d{1,30})?$/));
/** A number in a section heading, as in `1.2.3`. */
const numberSchema = z.string().check(z.regex(/^\d+(?:\.\d+)*$/), z.maxLength(20));

/** The same words in each language, by BCP 47 tag: `{"zh-CN": "…", "en": "…"}`. */
export const localizedTextSchema = z.record(
  z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)),
  textSchema,
);

/** Where a passage stands in the source text: UTF-16 code units, end exclusive. */
export const passageSchema = z.strictObject({
  /** The passage word for word. */
  quote: textSchema,
  /** Where it begins, in UTF-16 code units. */
  start: offsetSchema,
  /** Where it ends, exclusive. */
  end: offsetSchema,
});

/** The sentence a figure stands in, and the number with its scale (`921.61亿`) inside it. */
export const provenanceSchema = z.strictObject({
  /** The sentence word for word. */
  quote: textSchema,
  /** Where the sentence begins. */
  start: offsetSchema,
  /** Where the sentence ends, exclusive. */
  end: offsetSchema,
  /** Where the number begins. */
  figureStart: offsetSchema,
  /** Where the number ends, its scale included, exclusive. */
  figureEnd: offsetSchema,
});

/** What sort of figure it is; the value of a rating is a word. */
export const kindSchema = z.enum(['count', 'amount', 'share', 'rank', 'tier', 'rating']);

/** The source's hedge; absent when the figure is exact. 余 and 多 are `over`; 达 and 共 are none. */
export const qualifierSchema = z.enum(['over', 'at-least', 'nearly', 'about', 'under', 'at-most']);

/** The span a figure covers, as far as the source says. */
export const basisSchema = z
  .string()
  .check(z.regex(/^(?:point|year-to-date|cumulative|unstated|since-\d{4}(?:-\d{2}){0,2})$/));

/** What a figure is part of: a share of what; a rank or tier among how many; a target by when. */
export const wholeSchema = z.strictObject({
  /** What the whole is. */
  label: z.optional(localizedTextSchema),
  /** How many, where the source says so. */
  value: z.optional(decimalSchema),
  /** What it counts, without a scale. */
  unit: z.optional(z.string().check(z.maxLength(40))),
  /** The day by which a target is to be met. */
  by: z.optional(dateSchema),
});

const figureShape = {
  /** The figure whole, as the source prints it, hedge included: `921.61亿次`. */
  printed: z.string().check(z.minLength(1), z.maxLength(200)),
  /** A decimal string; a word for a rating. */
  value: z.string().check(z.minLength(1), z.maxLength(100)),
  /** Power of ten the printed figure is counted in: 4 for 万, 8 for 亿, 12 for 万亿. */
  scale: z.int().check(z.minimum(0), z.maximum(24)),
  /** What is counted, without the scale; empty for a rating. */
  unit: z.string().check(z.maxLength(40)),
  /** The hedge of the source; absent when the figure is exact. */
  qualifier: z.optional(qualifierSchema),
  /** What it is part of, where the source says so. */
  of: z.optional(wholeSchema),
};

/** One value of one indicator for the report's period, as the report printed it. */
export const observationSchema = z.strictObject({
  /** What is measured: the same id in every report that measures it. */
  indicator: idSchema,
  /** Id of the area of work it is reported under. */
  area: z.optional(idSchema),
  /** Id of the item it is reported under. */
  item: z.optional(idSchema),
  /** The name of the indicator, as a card shows it. */
  label: localizedTextSchema,
  /** What sort of figure it is. */
  kind: kindSchema,
  ...figureShape,
  /** The span it covers; absent or `unstated` where the source does not say. */
  basis: z.optional(basisSchema),
  /** Which way is an improvement, where the source says so; without it a change carries no verdict. */
  better: z.optional(z.enum(['higher', 'lower'])),
  /** Where it stands in the source text. */
  provenance: provenanceSchema,
});

/** One work item of an area, with its heading and its text. */
export const itemSchema = z.strictObject({
  /** Its name in this report. */
  id: idSchema,
  /** The number of its heading: `1.2.3`. */
  number: numberSchema,
  /** Its heading. */
  title: localizedTextSchema,
  /** Its text word for word. */
  quote: textSchema,
  /** Where its text begins. */
  start: offsetSchema,
  /** Where its text ends, exclusive. */
  end: offsetSchema,
});

/** One area of work, with the work items reported under it. */
export const areaSchema = z.strictObject({
  /** Its name, which `area` on a tag takes. */
  id: idSchema,
  /** The number of its heading: `1.2`. */
  number: numberSchema,
  /** Its heading. */
  title: localizedTextSchema,
  /** A name of a few characters, for tabs and narrow columns. */
  short: z.optional(localizedTextSchema),
  /** Where its text begins. */
  start: z.optional(offsetSchema),
  /** Where its text ends, exclusive. */
  end: z.optional(offsetSchema),
  /** Its work items, in the order of the source. */
  items: z.array(itemSchema).check(z.maxLength(MAX_ROWS)),
});

/** A link from an issue to a plan. The report does not draw it; an editor did. */
export const planLinkSchema = z.strictObject({
  /** Id of the plan. */
  id: idSchema,
  /** Who draws the link. */
  by: z.literal('editor'),
  /** `answers`: the plan takes up the problem; `related`: it only shares the topic. */
  relation: z.optional(z.enum(['answers', 'related'])),
});

/** A problem that the report names. */
export const issueSchema = z.strictObject({
  /** Its name in this report. */
  id: idSchema,
  /** Its number in the source. */
  number: numberSchema,
  /** A few words that name it. */
  title: localizedTextSchema,
  /** What the source says of it. */
  text: localizedTextSchema,
  /** Where it stands in the source text. */
  provenance: passageSchema,
  /** Plans that an editor linked to it. */
  plans: z.array(planLinkSchema).check(z.maxLength(100)),
});

/** Something the report says is to be done. */
export const planSchema = z.strictObject({
  /** Its name in this report. */
  id: idSchema,
  /** Its number in the source. */
  number: numberSchema,
  /** A few words that name it. */
  title: localizedTextSchema,
  /** What the source says of it. */
  text: localizedTextSchema,
  /** Where it stands in the source text. */
  provenance: passageSchema,
  /** How far it has come: `not-stated` unless the source says. */
  status: z.enum(['not-stated', 'planned', 'in-progress', 'done', 'dropped']),
});

/** A document the report names in 《》, with what was done to it. */
export const documentSchema = z.strictObject({
  /** Its title, without 《》. */
  title: localizedTextSchema,
  /** The word of the source for what was done with it: 印发, 编制. */
  verb: localizedTextSchema,
  /** Whether it is issued, planned, or only named. */
  status: z.enum(['issued', 'planned', 'named']),
  /** Id of the area that names it. */
  area: z.optional(idSchema),
  /** Id of the item that names it. */
  item: z.optional(idSchema),
  /** Id of the plan that names it. */
  plan: z.optional(idSchema),
  /** Where it is named. */
  provenance: passageSchema,
});

/** A platform, system or institution the report names, and the figures that mention it. */
export const platformSchema = z.strictObject({
  /** Its name in this report. */
  id: idSchema,
  /** What the source calls it. */
  name: localizedTextSchema,
  /** What it is. */
  kind: z.enum(['platform', 'system', 'institution', 'park', 'model', 'project', 'event']),
  /** Id of the area that names it. */
  area: z.optional(idSchema),
  /** Indicators of the figures that mention it. */
  indicators: z.array(idSchema).check(z.maxLength(1_000)),
  /** Where it is named. */
  provenance: passageSchema,
  /** Every place that names it. */
  mentions: z.optional(z.array(z.strictObject({start: offsetSchema, end: offsetSchema}))),
});

/** The same indicator in another period, cited from another page and not verified against a bundled text. */
export const seriesEntrySchema = z.strictObject({
  /** What is measured. */
  indicator: idSchema,
  /** `2023`, `2025-06`, `2024-H1` or `2024-Q3`. */
  period: z.string().check(z.regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]|H[12]|Q[1-4]))?$/)),
  ...figureShape,
  /** The page it was read from, and when that was published. */
  source: z.strictObject({url: urlSchema, published: z.optional(dateSchema)}),
  /** What a reader must know of it. */
  note: z.optional(localizedTextSchema),
  /** Why it must not be set against the report's own figure; absent where it may be. */
  notComparable: z.optional(localizedTextSchema),
});

/** A number of the source text that is no indicator, and why. */
export const ignoredSchema = z.strictObject({
  /** Where it begins. */
  start: offsetSchema,
  /** Where it ends, exclusive. */
  end: offsetSchema,
  /** The number as it stands in the text. */
  text: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Why no card shows it. */
  reason: z.enum([
    'date',
    'duration',
    'version',
    'name',
    'ordinal',
    'base',
    'aim',
    'list-marker',
    'word',
    'collective',
    'vague',
  ]),
});

export const reportSchema = z.strictObject({
  /** The version of this format. */
  format: z.literal(1),
  /** Its name, which `report` on a tag takes: `qingdao-2024-h1`. */
  id: idSchema,
  /** BCP 47 tag of the source text. */
  language: z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)),
  /** Absent where the source has none. */
  title: z.optional(localizedTextSchema),
  /** Who published it. */
  publisher: localizedTextSchema,
  /** First and last day of what it reports on. */
  period: z.strictObject({start: dateSchema, end: dateSchema}),
  /** Where its words come from. */
  source: z.strictObject({
    /** File name of the source text, beside the report. */
    text: z.string().check(z.regex(/^[\w.-]+$/), z.maxLength(200)),
    /** SHA-256 of the text file, so that its proof can be repeated. */
    sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    /** Where it is published. */
    url: z.optional(urlSchema),
    /** The day it was published. */
    published: z.optional(dateSchema),
  }),
  /** Its areas of work. */
  areas: z.optional(z.array(areaSchema).check(z.maxLength(1_000))),
  /** Its figures. */
  observations: z.array(observationSchema).check(z.maxLength(MAX_ROWS)),
  /** The problems it names. */
  issues: z.optional(z.array(issueSchema).check(z.maxLength(MAX_ROWS))),
  /** What it says is to be done. */
  plans: z.optional(z.array(planSchema).check(z.maxLength(MAX_ROWS))),
  /** The documents it names. */
  documents: z.optional(z.array(documentSchema).check(z.maxLength(MAX_ROWS))),
  /** Platforms, systems and institutions it names. */
  platforms: z.optional(z.array(platformSchema).check(z.maxLength(MAX_ROWS))),
  /** Its indicators in other periods, cited from elsewhere. */
  series: z.optional(z.array(seriesEntrySchema).check(z.maxLength(MAX_ROWS))),
  /** Numbers of the text that no card shows, each with its reason. */
  ignored: z.optional(z.array(ignoredSchema).check(z.maxLength(50_000))),
  /** The source text, line by line without the empty ones, so that it can be shown with its figures marked. */
  passages: z.optional(z.array(passageSchema).check(z.maxLength(MAX_ROWS))),
});

export type LocalizedText = z.infer<typeof localizedTextSchema>;
export type Passage = z.infer<typeof passageSchema>;
export type Provenance = z.infer<typeof provenanceSchema>;
export type Kind = z.infer<typeof kindSchema>;
export type Qualifier = z.infer<typeof qualifierSchema>;
export type Whole = z.infer<typeof wholeSchema>;
export type Observation = z.infer<typeof observationSchema>;
export type Item = z.infer<typeof itemSchema>;
export type Area = z.infer<typeof areaSchema>;
export type PlanLink = z.infer<typeof planLinkSchema>;
export type Issue = z.infer<typeof issueSchema>;
export type Plan = z.infer<typeof planSchema>;
export type ReportDocument = z.infer<typeof documentSchema>;
export type Platform = z.infer<typeof platformSchema>;
export type SeriesEntry = z.infer<typeof seriesEntrySchema>;
export type Ignored = z.infer<typeof ignoredSchema>;
export type Report = z.infer<typeof reportSchema>;

/** The part of an observation that a figure is drawn from; `printed` is absent for a card typed by hand. */
export type Figure = Pick<Observation, 'value' | 'scale' | 'unit' | 'qualifier'> &
  Partial<Pick<Observation, 'kind' | 'printed' | 'label' | 'of'>>;
