import {describeIssue, ReportError} from '../src/report-error.js';
import type {Report} from '../src/schema.js';

type Both = readonly [zh: string, en: string];

/** As the widgets: what is larger is not read. */
const MAX_BYTES = 5_000_000;
const MOST_TOLD = 5;

/** A report, or what is wrong with what was given, in sentences. */
export type ReadReport = {report: Report} | {faults: Both[]};

/** Reads a report's file, and checks it whole. */
export async function readReportFile(file: Blob): Promise<ReadReport> {
  if (file.size > MAX_BYTES)
    return fault('文件超过5 MB，没有读取。', 'The file is larger than 5 MB and was not read.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(await new Response(file).arrayBuffer());
  } catch {
    return fault('文件不是UTF-8编码，请另存为UTF-8。', 'The file is not UTF-8: save it as UTF-8.');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return fault(
      `这不是报告文件：报告文件是JSON，这一个读不通（${(error as Error).message}）。`,
      `This is no report: a report is JSON, and this is not (${(error as Error).message}).`,
    );
  }
  const {proveReport} = await import('../src/prove-report.js');
  try {
    return {report: await proveReport(value)};
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    const {issues} = error;
    const told = issues
      .slice(0, MOST_TOLD)
      .map((issue): Both => [describeIssue(issue, 'zh-CN'), describeIssue(issue, 'en')]);
    const more = issues.length - told.length;
    if (more) told.push([`另有${more}处。`, `And ${more} more.`]);
    return {faults: told};
  }
}

/**
 * Reads what stands at an address. Only the page's own site answers for certain; another one's may be read where it
 * allows that.
 *
 * @throws {@link AddressError}; rejects.
 */
export async function readAddress(address: string): Promise<Blob> {
  const url = new URL(address);
  let response: Response;
  try {
    response = await fetch(url.href, {credentials: 'same-origin'});
  } catch {
    throw new AddressError(url.origin === location.origin ? 'absent' : 'forbidden');
  }
  if (!response.ok) throw new AddressError('absent', response.status);
  return response.blob();
}

/** Why nothing was read at an address: there is nothing, or its site lets no other page read it. */
export class AddressError extends Error {
  constructor(
    readonly why: 'absent' | 'forbidden',
    readonly status?: number,
  ) {
    super(why);
  }
}

/** The text of a page, by the charset that it says itself: older portals are in GB 18030. */
export async function pageText(page: Blob): Promise<string> {
  const bytes = await new Response(page).arrayBuffer();
  const head = new TextDecoder('latin1').decode(bytes.slice(0, 2048));
  const [, charset = 'utf-8'] = /charset\s*=\s*["']?([\w-]+)/i.exec(`${page.type} ${head}`) ?? [];
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function fault(zh: string, en: string): ReadReport {
  return {faults: [[zh, en]]};
}
