import {observationsCsv} from '../observations-csv.js';
import {observationsLd} from '../observations-ld.js';
import type {Observation, Report} from '../schema.js';
import {embedPage, type PagePicture} from './embed-page.js';
import {embedPath} from './embed-path.js';
import {embedTargets} from './embed-targets.js';
import {targetObservation} from './embed-words.js';
import {oembed} from './oembed.js';

/** A file to write, made when it is asked for. */
export interface ReportFile {
  /** Below the folder of the report, with `/` between its parts. */
  path: string;
  content: () => string | Uint8Array | Promise<string | Uint8Array>;
}

/** A picture of a card with its content: `card.svg`, `card-dark.svg`, `card.png`, `card-dark.png`. */
export interface CardPicture extends PagePicture {
  content: () => string | Uint8Array | Promise<string | Uint8Array>;
}

/** Draws the pictures of a figure's card. */
export type DrawPictures = (report: Report, observation: Observation) => readonly CardPicture[];

export interface ReportFileOptions {
  /** The address that the folder will have, with a slash at the end. */
  base?: string | undefined;
  /** Whether the embed files carry the report. */
  isBundled?: boolean;
  drawPictures?: DrawPictures | undefined;
}

/** The embed pages of a report: for each target a page, its oEmbed answer and, for a figure, its pictures. */
export function embedFiles(report: Report, options: ReportFileOptions = {}): ReportFile[] {
  const {base, isBundled = true, drawPictures} = options;
  return embedTargets(report).flatMap((target) => {
    const folder = `${embedPath(target)}/`;
    const observation = target.name === 'metric' ? targetObservation(report, target) : undefined;
    const pictures = observation && drawPictures ? drawPictures(report, observation) : [];
    return [
      {path: `${folder}index.html`, content: () => embedPage(report, target, {base, pictures, isBundled})},
      {path: `${folder}oembed.json`, content: () => json(oembed(report, target, {base, pictures}))},
      ...pictures.map(({name, content}) => ({path: folder + name, content})),
    ];
  });
}

/**
 * The whole report as static files: the page of the report, the pages of everything that can be embedded, and
 * its data as JSON, CSV and JSON-LD. The embed files themselves are not among them.
 */
export function reportFiles(report: Report, options: ReportFileOptions = {}): ReportFile[] {
  const {base, isBundled} = options;
  const dashboard = {name: 'dashboard' as const, report: report.id};
  return [
    {path: 'index.html', content: () => embedPage(report, dashboard, {base, isBundled, folder: ''})},
    {path: 'oembed.json', content: () => json(oembed(report, dashboard, {base}))},
    {path: `${report.id}.json`, content: () => json(report)},
    {path: `${report.id}.csv`, content: () => observationsCsv(report, report.observations)},
    {path: `${report.id}.jsonld`, content: () => json(observationsLd(report))},
    {path: `embed/reports/${report.id}.json`, content: () => json(report)},
    ...embedFiles(report, options),
  ];
}

function json(data: object): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
