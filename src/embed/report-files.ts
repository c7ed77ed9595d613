import {observationsCsv} from '../observations-csv.js';
import {observationsLd} from '../observations-ld.js';
import type {Observation, Report} from '../schema.js';
import {embedPage} from './embed-page.js';
import {embedPath, type EmbedTarget} from './embed-path.js';
import {embedTargets} from './embed-targets.js';
import {targetObservation} from './embed-words.js';
import {oembed} from './oembed.js';

/** A file to write. */
export interface ReportFile {
  /** Below the folder of the report, with `/` between its parts. */
  path: string;
  content: string | Uint8Array;
}

/** A picture of a card: `card.svg`, `card-dark.svg`, `card.png`, `card-dark.png`. */
export interface PictureFile {
  name: string;
  content: string | Uint8Array;
  /** In CSS pixels. */
  width: number;
  height: number;
}

/** Draws the pictures of a figure's card. */
export type DrawPictures = (report: Report, observation: Observation) => Promise<readonly PictureFile[]>;

export interface ReportFileOptions {
  /** The address that the folder will have, with a slash at the end. */
  base?: string | undefined;
  /** False where the embed files don't carry the report: its pages then do. */
  isBundled?: boolean;
  /** Without it there are no pictures, and the pages name none. */
  drawPictures?: DrawPictures | undefined;
}

/**
 * The files of one thing to embed: its page, its oEmbed answer and, for a figure's card, its pictures.
 *
 * @throws RangeError when the report lacks what is named; rejects.
 */
export async function targetFiles(
  report: Report,
  target: EmbedTarget,
  options: ReportFileOptions = {},
): Promise<ReportFile[]> {
  const {base, isBundled, drawPictures} = options;
  const folder = `${embedPath(target)}/`;
  const observation = target.name === 'metric' ? targetObservation(report, target) : undefined;
  const pictures = observation && drawPictures ? await drawPictures(report, observation) : [];
  return [
    {path: `${folder}index.html`, content: embedPage(report, target, {base, pictures, isBundled})},
    {path: `${folder}oembed.json`, content: json(oembed(report, target, {base, pictures}))},
    ...pictures.map(({name, content}) => ({path: folder + name, content})),
  ];
}

/** The files of everything of a report that can be embedded, one after the other. */
export async function* embedFiles(
  report: Report,
  options: ReportFileOptions = {},
): AsyncGenerator<ReportFile> {
  for (const target of embedTargets(report)) yield* await targetFiles(report, target, options);
}

/**
 * The whole report as static files, one after the other: the page of the report, its data as JSON, CSV and
 * JSON-LD, and everything that can be embedded. The embed files themselves are not among them.
 */
export async function* reportFiles(
  report: Report,
  options: ReportFileOptions = {},
): AsyncGenerator<ReportFile> {
  const {base, isBundled} = options;
  const dashboard: EmbedTarget = {name: 'dashboard', report: report.id};
  yield {path: 'index.html', content: embedPage(report, dashboard, {base, isBundled, folder: ''})};
  yield {path: 'oembed.json', content: json(oembed(report, dashboard, {base}))};
  yield {path: `${report.id}.json`, content: json(report)};
  yield {path: `${report.id}.csv`, content: observationsCsv(report, report.observations)};
  yield {path: `${report.id}.jsonld`, content: json(observationsLd(report))};
  yield {path: `embed/reports/${report.id}.json`, content: json(report)};
  yield* embedFiles(report, options);
}

function json(data: object): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
