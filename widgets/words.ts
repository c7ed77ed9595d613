/**
 * The words of one part of the family, by language; complete in `zh-CN` and `en`. Each module keeps its own,
 * so that a page loads only the words of what it shows.
 */
export type Words<T> = (language: string) => T;

/** Languages that were added, each with its words by the name of their table. */
const added = new Map<string, Record<string, object>>();

/** Makes a table of words known by name, so that `registerMessages` can add languages to it. */
export function defineWords<T extends object>(
  name: string,
  table: Record<'zh-CN', T> & Partial<Record<'en', T>>,
): Words<T> {
  return (language) =>
    (table as Record<string, T>)[language] ?? {
      ...(table.en ?? table['zh-CN']),
      ...added.get(language)?.[name],
    };
}

/** Adds a language, or replaces one that was added. */
export function addWords(language: string, messages: Record<string, object>): void {
  added.set(language, messages);
}

/** The language to speak for a BCP 47 tag: one that was added, otherwise Chinese for any `zh`, English for any other. */
export function languageOf(tag: string | null | undefined): string {
  return !tag || /^zh(_|\b)/i.test(tag) ? 'zh-CN' : added.has(tag) ? tag : 'en';
}

/** Non-empty parts with a middle dot between them, which never begins a line. */
export function dotted(...parts: Array<string | undefined | false>): string {
  return parts.filter(Boolean).join('\u00a0· ');
}
