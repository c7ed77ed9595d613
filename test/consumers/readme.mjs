import {readFileSync} from 'node:fs';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/**
 * The first snippet of a language below a heading of README.md.
 *
 * @throws Error where there is none, so that a snippet cannot leave the README unseen.
 */
export function snippet(heading, language) {
  const [, section] = new RegExp(`^### ${heading}\\n([^]*?)(?=^##|(?![^]))`, 'm').exec(readme) ?? [];
  const [, text] = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'm').exec(section ?? '') ?? [];
  if (!text) throw new Error(`README.md has no ${language} below "${heading}".`);
  return text;
}
