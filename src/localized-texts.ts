import type {LocalizedText, Report} from './schema.js';

/** Every text of a report that is given per language, with its path: `observations[3].label`. */
export function localizedTexts(report: Report): Array<[path: string, text: LocalizedText]> {
  const texts: Array<[string, LocalizedText]> = [];
  const add = (path: string, text: LocalizedText | undefined) => text && texts.push([path, text]);
  add('title', report.title);
  add('publisher', report.publisher);
  report.areas?.forEach((area, i) => {
    add(`areas[${i}].title`, area.title);
    add(`areas[${i}].short`, area.short);
    area.items.forEach((item, j) => add(`areas[${i}].items[${j}].title`, item.title));
  });
  report.observations.forEach((observation, i) => {
    add(`observations[${i}].label`, observation.label);
    add(`observations[${i}].of.label`, observation.of?.label);
  });
  for (const list of ['issues', 'plans'] as const) {
    report[list]?.forEach((entry, i) => {
      add(`${list}[${i}].title`, entry.title);
      add(`${list}[${i}].text`, entry.text);
    });
  }
  report.documents?.forEach((document, i) => {
    add(`documents[${i}].title`, document.title);
    add(`documents[${i}].verb`, document.verb);
  });
  report.platforms?.forEach((platform, i) => add(`platforms[${i}].name`, platform.name));
  report.series?.forEach((entry, i) => {
    add(`series[${i}].of.label`, entry.of?.label);
    add(`series[${i}].note`, entry.note);
    add(`series[${i}].notComparable`, entry.notComparable);
  });
  return texts;
}
