import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const own = fileURLToPath(new URL('node_modules/', import.meta.url));

/** npm, as the caller runs it. */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  const [command, all] = cli ? [process.execPath, [cli, ...args]] : ['npm', args];
  return execFileSync(command, all, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: !cli && process.platform === 'win32',
    ...options,
  });
}

/** The names of the packages in a folder of packages, scoped ones as `@scope/name`. */
function packagesIn(folder) {
  return readdirSync(folder, {withFileTypes: true})
    .filter(({name}) => !name.startsWith('.'))
    .flatMap(({name}) =>
      name.startsWith('@') ? readdirSync(join(folder, name)).map((of) => `${name}/${of}`) : [name],
    );
}

/**
 * A folder outside the repository with the packed package installed: unpacked from its tarball as npm does it, and
 * beside it the packages of test/consumers, which hold its dependencies. Projects in it see nothing else.
 *
 * @returns {{folder: string, tarball: string, remove: () => void}}
 */
export function workspace() {
  const folder = mkdtempSync(join(tmpdir(), 'qd-consumers-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  const [{filename}] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder]));
  const tarball = join(folder, filename);
  execFileSync('tar', ['-xzf', filename], {cwd: folder});
  // A package named as it is packed; npm renames it, too.
  cpSync(join(folder, 'package'), join(modules, 'qd-widgets'), {recursive: true});
  rmSync(join(folder, 'package'), {recursive: true});
  for (const name of packagesIn(own)) {
    const to = join(modules, name);
    mkdirSync(dirname(to), {recursive: true});
    symlinkSync(join(own, name), to, process.platform === 'win32' ? 'junction' : 'dir');
  }
  return {folder, tarball, remove: () => rmSync(folder, {recursive: true, force: true})};
}

/** The package file of the main package, or of the consumers. */
export const packageFile = (path = '') => JSON.parse(readFileSync(`${root}${path}package.json`, 'utf8'));
