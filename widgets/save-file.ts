/** Long enough for a browser that asks where to put the file. */
const KEPT = 10_000;

/**
 * Gives a text to the reader as a file. The link is never in the page, so that no script of it sees the click;
 * the address is given back. Under `default-src 'none'` this needs no `blob:`: a download is no fetch.
 */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], {type}));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
