/**
 * The licence texts of what is built into the embed files: they ask to be passed on with every copy.
 */
import {readdirSync, readFileSync} from 'node:fs';

/**
 * The packages that modules come from.
 *
 * @param {Iterable<string>} modules - Paths of files.
 * @returns {string[]} Their packages' folders, each once.
 */
export function packagesOf(modules) {
  const folders = new Set();
  for (const module of modules) {
    const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module.replace(/\\/g, '/')) ?? [];
    if (folder) folders.add(folder.replace(/^\0/, ''));
  }
  return [...folders];
}

/**
 * @param {Iterable<string>} folders - Folders of packages.
 * @returns {string} Name, version, licence and its text, package by package.
 * @throws Error for a package that carries no licence text.
 */
export function licenceTexts(folders) {
  const entries = [...folders].map((folder) => {
    const {name, version, license} = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} carries no licence text`);
    return {
      name,
      text: `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`,
    };
  });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return `These files contain, besides qd-widgets itself:\n\n${entries
    .map(({text}) => text)
    .join(`\n${'-'.repeat(80)}\n\n`)}`;
}
