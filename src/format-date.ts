const formats = new Map<string, Intl.DateTimeFormat>();

/** A date to the day, month or year as far as it is given: `2024-07-18`, `2024-07`, `2024`. */
export function formatDate(date: string, language: string): string {
  const [year, month, day] = date.split('-');
  const key = `${language} ${month ? 'm' : ''}${day ? 'd' : ''}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      timeZone: 'UTC',
      year: 'numeric',
      month: month ? 'long' : undefined,
      day: day ? 'numeric' : undefined,
    });
    formats.set(key, format);
  }
  return format.format(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
}
