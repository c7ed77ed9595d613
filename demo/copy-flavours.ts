/** What goes on the clipboard: text alone, or rich text with it. */
export interface Flavours {
  text: string;
  html?: string | undefined;
}

/**
 * Puts rich and plain text on the clipboard at once, also on a page without HTTPS and in old browsers. False where
 * the browser let nothing be copied; what is shown is selected then, so that the reader can.
 */
export async function copyFlavours({text, html}: Flavours, shown?: Node): Promise<boolean> {
  let isCopied = false;
  const onCopy = (event: ClipboardEvent) => {
    if (html) event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isCopied = Boolean(event.clipboardData);
  };
  document.addEventListener('copy', onCopy, true);
  // Safari copies nothing where nothing is selected.
  if (shown) getSelection()?.selectAllChildren(shown);
  try {
    isCopied = document.execCommand('copy') && isCopied;
  } catch {
    isCopied = false;
  }
  document.removeEventListener('copy', onCopy, true);
  if (!isCopied) {
    try {
      const blob = (type: string, content: string) => new Blob([content], {type});
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': blob('text/plain', text),
          ...(html ? {'text/html': blob('text/html', html)} : {}),
        }),
      ]);
      isCopied = true;
    } catch {
      // Denied, or no clipboard on an insecure page: told to the reader.
    }
  }
  if (isCopied) getSelection()?.removeAllRanges();
  return isCopied;
}
