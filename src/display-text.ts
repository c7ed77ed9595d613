const HAN = /[\u2e80-\uffef“”]/;

/**
 * A report's text for display: ASCII punctuation beside a Han character is set full width, as Chinese printing
 * does, each sign for one sign; brackets in any text with a Han character, so that both of a pair are alike. Stored text, quotes that are checked and copied text stay as published.
 */
export function displayText(text: string, locale: string): string {
  if (locale !== 'zh-CN') return text;
  return `${text}`.replace(/[,;:()!?]/g, (sign, at: number) =>
    // The full-width forms stand in the order of ASCII.
    HAN.test(/[()]/.test(sign) ? text : text.slice(at ? at - 1 : 0, at + 2))
      ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0)
      : sign,
  );
}
