import {readFileSync} from 'node:fs';
import {UsageError} from './command.js';

/**
 * The text of a file, or of standard input for `-`, as UTF-8 with its byte order mark left out.
 *
 * @throws UsageError when it can't be read or is not UTF-8.
 */
export function readInput(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new UsageError(`Can't read ${file}: ${(error as Error).message}`);
  }
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    throw new UsageError(`${file} is not UTF-8 text. Save it as UTF-8 and try again.`);
  }
}
