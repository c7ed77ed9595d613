const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * A date to the day, month or year as far as it is given: `2024-07-18`, `2024-07`, `2024`. In Chinese and English
 * always the same, whatever the browser's own data say; in another language as `Intl` has it, and as it was given
 * where there is none.
 */
export function formatDate(date: string, language: string): string {
  const [year = '', month, day] = date.split('-');
  if (language === 'zh-CN') {
    return `${Number(year)}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
  }
  if (language === 'en') {
    return [day && Number(day), month && MONTHS[Number(month) - 1], Number(year)].filter(Boolean).join(' ');
  }
  try {
    return new Intl.DateTimeFormat(language, {
      timeZone: 'UTC',
      year: 'numeric',
      month: month ? 'long' : undefined,
      day: day ? 'numeric' : undefined,
    }).format(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  } catch {
    return date;
  }
}
