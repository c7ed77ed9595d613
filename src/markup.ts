/** HTML that may stand in a page as it is; any other text is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function toText(value: unknown): string {
  if (Array.isArray(value)) return value.map(toText).join('');
  if (value instanceof Markup) return value.text;
  if (value === undefined || value === false) return '';
  return String(value).replace(/[&<>"']/g, (char) => ENTITIES[char]!);
}

/** HTML from a template: everything put into it is escaped, apart from {@link Markup} and lists of it. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  return new Markup(strings.reduce((text, string, at) => text + toText(values[at - 1]) + string));
}

/** Attributes as they stand in a tag, a space before each. Their names are put in as they are. */
export function attributesOf(attributes: Iterable<readonly [string, string]>): string {
  return [...attributes].map(([name, value]) => ` ${name}="${toText(value)}"`).join('');
}

/** An element whose name and attributes are known only when it is written: both names are put in as they are. */
export function element(
  name: string,
  attributes: Iterable<readonly [string, string]>,
  content: unknown,
): Markup {
  return new Markup(`<${name}${attributesOf(attributes)}>${toText(content)}</${name}>`);
}
