/** An http(s) address without a user name, with a text fragment that leads to the words; else nothing. */
export function safeLink(address: string | undefined, fragment?: string): string | undefined {
  if (!address) return undefined;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  if (!fragment) return url.href;
  try {
    // A hyphen has a meaning of its own in a text fragment.
    const text = encodeURIComponent(fragment.trim()).replace(/-/g, '%2D');
    return `${url.href.replace(/#.*$/, '')}#:~:text=${text}`;
  } catch {
    // Half a character, which no address can hold.
    return url.href;
  }
}
