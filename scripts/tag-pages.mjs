// A page for each tag: what it is, live examples, and its API as the manifest has it.

const code = (text) => `\`${text}\``;
const cell = (text) => (text ?? '').replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

/** A code span in a table cell. */
const typed = (type) => (type?.text ? code(cell(type.text)) : '');

function table(title, heads, list) {
  if (!list.length) return [];
  const lines = list.map((row) => `| ${row.join(' | ')} |`);
  return [
    '',
    `## ${title}`,
    '',
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => ' --- |').join('')}`,
    ...lines,
  ];
}

/** Every tag that the manifest describes, by name. */
export function tagsOf(manifest) {
  return manifest.modules
    .flatMap(({declarations = []}) => declarations)
    .filter(({tagName}) => tagName)
    .sort((one, other) => one.tagName.localeCompare(other.tagName));
}

/** What an example must come to. */
function markOf({en, page}) {
  if (page) return undefined;
  if (/^Error/.test(en)) return 'live error';
  if (/does not give|No web address|without/.test(en)) return 'live any';
  return 'live';
}

/**
 * @param {object} tag A declaration of the manifest.
 * @param {{en: string, examples: {en: string, code: string, page?: string}[]}} gallery What the gallery shows of it.
 * @returns {string} Markdown.
 */
export function tagPage(tag, {en, examples}) {
  const ownFirst = (list = []) =>
    list.toSorted((one, other) => Number(Boolean(one.inheritedFrom)) - Number(Boolean(other.inheritedFrom)));
  const fields = (tag.members ?? []).filter(({kind, attribute}) => kind === 'field' && !attribute);
  const methods = (tag.members ?? []).filter(({kind}) => kind === 'method');
  const name = tag.tagName;
  return [
    `# ${name}`,
    '',
    en,
    '',
    (tag.description ?? '').replace(/(\S)\n(?=\S)/g, '$1 '),
    '',
    '```js browser',
    `import 'qd-widgets/widgets/${name}.js';`,
    '```',
    '',
    '## Examples',
    // An address that never answers and one that is missing are for the gallery.
    ...examples
      .filter((example) => !/never-answers|missing\.json|href="index/.test(example.code))
      .flatMap((example) => [
        '',
        `### ${example.en}`,
        '',
        ...(example.page
          ? [`[See it on a page of its own](../../demo/${example.page.replace('./', '')})`, '']
          : []),
        `\`\`\`html ${markOf(example) ?? ''}`.trim(),
        example.code,
        '```',
      ]),
    ...table(
      'Attributes',
      ['Attribute', 'Type', 'Default', 'Says'],
      ownFirst(tag.attributes).map((entry) => [
        code(entry.name),
        typed(entry.type),
        entry.default ? code(cell(entry.default)) : '',
        cell(entry.description),
      ]),
    ),
    ...table(
      'Properties without an attribute',
      ['Property', 'Type', 'Says'],
      ownFirst(fields).map((entry) => [code(entry.name), typed(entry.type), cell(entry.description)]),
    ),
    ...table(
      'Methods',
      ['Method', 'Does'],
      ownFirst(methods).map((entry) => [code(`${entry.name}()`), cell(entry.description)]),
    ),
    ...table(
      'Events',
      ['Event', 'When'],
      (tag.events ?? []).map((entry) => [code(entry.name), cell(entry.description)]),
    ),
    ...table(
      'Slots',
      ['Slot', 'Holds'],
      (tag.slots ?? []).map((entry) => [
        entry.name ? code(entry.name) : 'the element’s children',
        cell(entry.description),
      ]),
    ),
    ...table(
      'Parts',
      ['Part', 'Is'],
      (tag.cssParts ?? []).map((entry) => [code(entry.name), cell(entry.description)]),
    ),
    ...table(
      'Custom properties',
      ['Property', 'Default', 'Sets'],
      (tag.cssProperties ?? []).map((entry) => [
        code(entry.name),
        entry.default ? code(cell(entry.default)) : '',
        cell(entry.description),
      ]),
    ),
    ...table(
      'States',
      ['State', 'When'],
      (tag.cssStates ?? []).map((entry) => [code(`:state(${entry.name})`), cell(entry.description)]),
    ),
    '',
  ].join('\n');
}

/** The list of all tags, as Markdown. */
export function tagsPage(tags, gallery) {
  const lines = tags.map(
    ({tagName}) => `| [\`<${tagName}>\`](${tagName}.md) | ${cell(gallery.get(tagName)?.en)} |`,
  );
  return `# Tags

Every tag takes its report from \`report\`, \`src\`, a child \`<script type="application/json">\`, a \`report\` property given an
object, or the nearest \`<qd-report>\` around it. Its children are shown until it has its data, and again when it cannot have
them. The tables on these pages are made from \`qd-widgets/custom-elements.json\`.

| Tag | Shows |
| --- | --- |
${lines.join('\n')}
`;
}
