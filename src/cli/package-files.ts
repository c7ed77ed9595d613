import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** The built package: three folders up from dist/src/cli, and the folder `dist` in it. */
const ROOT = new URL('../../../', import.meta.url);
const DIST = new URL('../../', import.meta.url);

/** The version of the package. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {version: string}).version;
}

/** A folder or file of the built package, as a path. */
export function distPath(path: string): string {
  return fileURLToPath(new URL(path, DIST));
}

/** The ids of the bundled reports. */
export function bundledIds(): string[] {
  return readdirSync(distPath('seeds/'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));
}

/** The bundled report of that id, as text; `undefined` where there is none. */
export function bundledReport(id: string): string | undefined {
  const file = distPath(`seeds/${id}.json`);
  return /^[a-z0-9-]+$/.test(id) && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The hash of each embed file, by name: what a page's `integrity` names. */
export function embedHashes(): Record<string, string> {
  const file = distPath('embed/sri.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as {files: Record<string, string>}).files;
}
