import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {after, before, describe, it} from 'node:test';
import {snippet} from './readme.mjs';
import {workspace} from './workspace.mjs';

const OWN = fileURLToPath(new URL('types/', import.meta.url));
const TOOLS = {
  tsc: 'typescript/bin/tsc',
  'vue-tsc': 'vue-tsc/bin/vue-tsc.js',
  'svelte-check': 'svelte-check/bin/svelte-check',
};

/** Each right use compiles with the libraries' types checked, too; each wrong one is marked and must not. */
const USES = [
  {
    name: 'the data side and the elements',
    tool: 'tsc',
    file: 'data.ts',
    readme: ['Vite and TypeScript', 'ts'],
  },
  {name: 'React', tool: 'tsc', file: 'react.tsx', options: {jsx: 'react-jsx'}, readme: ['React', 'tsx']},
  {
    name: 'Preact',
    tool: 'tsc',
    file: 'preact.tsx',
    options: {jsx: 'react-jsx', jsxImportSource: 'preact'},
    readme: ['Preact', 'tsx'],
  },
  {name: 'Vue', tool: 'vue-tsc', file: 'Vue.vue', options: {jsx: 'preserve'}, readme: ['Vue', 'vue']},
  {name: 'Svelte', tool: 'svelte-check', file: 'Svelte.svelte', readme: ['Svelte', 'svelte']},
];

describe('the types of the packed package, with skipLibCheck off', () => {
  let place;
  let folder;

  before(() => {
    place = workspace();
    folder = join(place.folder, 'types');
    cpSync(OWN, folder, {recursive: true});
  });
  after(() => place?.remove());

  /** @returns {{status: number, said: string}} */
  function check(tool, files, compilerOptions = {}) {
    const config = join(folder, 'tsconfig.use.json');
    const vueCompilerOptions = {strictTemplates: true};
    writeFileSync(
      config,
      JSON.stringify({extends: './tsconfig.json', compilerOptions, files, vueCompilerOptions}),
    );
    const args =
      tool === 'svelte-check'
        ? ['--tsconfig', config, '--workspace', folder, '--output', 'machine']
        : ['-p', config, '--pretty', 'false'];
    const program = join(place.folder, 'node_modules', TOOLS[tool]);
    const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return {status, said: stdout + stderr};
  }

  for (const {name, tool, file, options, readme} of USES) {
    it(`${name}: right uses compile, README's too, and wrong ones do not`, () => {
      const fromReadme = file.replace(/^\w+/, 'Readme');
      writeFileSync(join(folder, fromReadme), snippet(...readme));
      const {status, said} = check(tool, [file, fromReadme], options);
      assert.equal(status, 0, said);
    });
  }

  it('Svelte: wrong uses do not compile', () => {
    const {status, said} = check('svelte-check', ['Wrong.svelte']);
    assert.notEqual(status, 0);
    const errors = said.split('\n').filter((line) => line.includes(' ERROR "Wrong.svelte"'));
    assert.deepEqual(
      errors.map((line) => /"huge"|"two"|'reason'/.exec(line.replaceAll('\\', ''))?.[0]),
      ['"huge"', '"two"', "'reason'"],
      said,
    );
  });

  it('a mark at a right use is itself an error', () => {
    writeFileSync(
      join(folder, 'Mark.tsx'),
      'import type {} from \'qd-widgets/react\';\n// @ts-expect-error\nexport const a = <qd-metric variant="hero" />;\n',
    );
    const {said} = check('tsc', ['Mark.tsx'], {jsx: 'react-jsx'});
    assert.match(said, /Unused '@ts-expect-error'/);
  });
});
