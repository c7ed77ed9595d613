import './zod-config.js';
import * as z from 'zod/mini';

/**
 * Report format 1: a published document and the figures taken from it.
 *
 * Every object is strict, so a misspelt key fails, and nothing is transformed or filled in: what the file
 * says is what a widget gets. What the source does not say is absent, never guessed.
 */

const MAX_TEXT = 20_000;
const MAX_ROWS = 10_000;

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
  start: offsetSchema,
  end: offsetSchema,
});

/** The sentence a figure stands in, and the number with its scale (`921.61亿`) inside it. */
export const provenanceSchema = z.strictObject({
  quote: textSchema,
  start: offsetSchema,
  end: offsetSchema,
  figureStart: offsetSchema,
  figureEnd: offsetSchema,
});

export const kindSchema = z.enum(['count', 'amount', 'share', 'rank', 'tier', 'rating']);

/** The source's hedge; absent when the figure is exact. 余 and 多 are `over`; 达 and 共 are none. */
export const qualifierSchema = z.enum(['over', 'at-least', 'nearly', 'about', 'under', 'at-most']);

/** The span a figure covers, as far as the source says. */
export const basisSchema = z
  .string()
  .check(z.regex(/^(?:point|year-to-date|cumulative|unstated|since-\d{4}(?:-\d{2}){0,2})$/));

/** What a figure is part of: a share of what; a rank or tier among how many; a target by when. */
export const wholeSchema = z.strictObject({
  label: z.optional(localizedTextSchema),
  /** How many, where the source says so. */
  value: z.optional(decimalSchema),
  unit: z.optional(z.string().check(z.maxLength(40))),
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
  qualifier: z.optional(qualifierSchema),
  of: z.optional(wholeSchema),
};

/** One value of one indicator for the report's period, as the report printed it. */
export const observationSchema = z.strictObject({
  /** What is measured: the same id in every report that measures it. */
  indicator: idSchema,
  area: z.optional(idSchema),
  item: z.optional(idSchema),
  label: localizedTextSchema,
  kind: kindSchema,
  ...figureShape,
  basis: z.optional(basisSchema),
  /** Which way is an improvement, where the source says so; without it a change carries no verdict. */
  better: z.optional(z.enum(['higher', 'lower'])),
  provenance: provenanceSchema,
});

export const itemSchema = z.strictObject({
  id: idSchema,
  number: numberSchema,
  title: localizedTextSchema,
  quote: textSchema,
  start: offsetSchema,
  end: offsetSchema,
});

/** One area of work, with the work items reported under it. */
export const areaSchema = z.strictObject({
  id: idSchema,
  number: numberSchema,
  title: localizedTextSchema,
  /** A name of a few characters, for tabs and narrow columns. */
  short: z.optional(localizedTextSchema),
  start: z.optional(offsetSchema),
  end: z.optional(offsetSchema),
  items: z.array(itemSchema).check(z.maxLength(MAX_ROWS)),
});

/** A link from an issue to a plan. The report does not draw it; an editor did. */
export const planLinkSchema = z.strictObject({
  id: idSchema,
  by: z.literal('editor'),
  /** `answers`: the plan takes up the problem; `related`: it only shares the topic. */
  relation: z.optional(z.enum(['answers', 'related'])),
});

export const issueSchema = z.strictObject({
  id: idSchema,
  number: numberSchema,
  title: localizedTextSchema,
  text: localizedTextSchema,
  provenance: passageSchema,
  plans: z.array(planLinkSchema).check(z.maxLength(100)),
});

export const planSchema = z.strictObject({
  id: idSchema,
  number: numberSchema,
  title: localizedTextSchema,
  text: localizedTextSchema,
  provenance: passageSchema,
  status: z.enum(['not-stated', 'planned', 'in-progress', 'done', 'dropped']),
});

/** A document the report names in 《》, with what was done to it. */
export const documentSchema = z.strictObject({
  title: localizedTextSchema,
  verb: localizedTextSchema,
  status: z.enum(['issued', 'planned', 'named']),
  area: z.optional(idSchema),
  item: z.optional(idSchema),
  plan: z.optional(idSchema),
  provenance: passageSchema,
});

/** A platform, system or institution the report names, and the figures that mention it. */
export const platformSchema = z.strictObject({
  id: idSchema,
  name: localizedTextSchema,
  kind: z.enum(['platform', 'system', 'institution', 'park', 'model', 'project', 'event']),
  area: z.optional(idSchema),
  indicators: z.array(idSchema).check(z.maxLength(1_000)),
  provenance: passageSchema,
  /** Every place that names it. */
  mentions: z.optional(z.array(z.strictObject({start: offsetSchema, end: offsetSchema}))),
});

/** The same indicator in another period, cited from another page and not verified against a bundled text. */
export const seriesEntrySchema = z.strictObject({
  indicator: idSchema,
  /** `2023`, `2025-06`, `2024-H1` or `2024-Q3`. */
  period: z.string().check(z.regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]|H[12]|Q[1-4]))?$/)),
  ...figureShape,
  source: z.strictObject({url: urlSchema, published: z.optional(dateSchema)}),
  note: z.optional(localizedTextSchema),
  /** Why it must not be set against the report's own figure; absent where it may be. */
  notComparable: z.optional(localizedTextSchema),
});

/** A number of the source text that is no indicator, and why. */
export const ignoredSchema = z.strictObject({
  start: offsetSchema,
  end: offsetSchema,
  text: z.string().check(z.minLength(1), z.maxLength(200)),
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
  format: z.literal(1),
  id: idSchema,
  /** BCP 47 tag of the source text. */
  language: z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)),
  /** Absent where the source has none. */
  title: z.optional(localizedTextSchema),
  publisher: localizedTextSchema,
  period: z.strictObject({start: dateSchema, end: dateSchema}),
  source: z.strictObject({
    /** File name of the source text, beside the report. */
    text: z.string().check(z.regex(/^[\w.-]+$/), z.maxLength(200)),
    sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    url: z.optional(urlSchema),
    published: z.optional(dateSchema),
  }),
  areas: z.optional(z.array(areaSchema).check(z.maxLength(1_000))),
  observations: z.array(observationSchema).check(z.maxLength(MAX_ROWS)),
  issues: z.optional(z.array(issueSchema).check(z.maxLength(MAX_ROWS))),
  plans: z.optional(z.array(planSchema).check(z.maxLength(MAX_ROWS))),
  documents: z.optional(z.array(documentSchema).check(z.maxLength(MAX_ROWS))),
  platforms: z.optional(z.array(platformSchema).check(z.maxLength(MAX_ROWS))),
  series: z.optional(z.array(seriesEntrySchema).check(z.maxLength(MAX_ROWS))),
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
