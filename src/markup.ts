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
