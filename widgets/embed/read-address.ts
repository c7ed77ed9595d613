import {readEmbedPath, reportDataPath, type EmbedTarget} from '../../src/embed/embed-path.js';
import {plainHost} from './own-script.js';

/** An address of ours on a page: what it stands for, and where. */
export interface EmbedAddress {
  target: EmbedTarget;
  url: URL;
}

/**
 * Reads an `href` or `src` as it stands on the page. Gives nothing unless its path is one of ours, its host is
 * allowed, its scheme is http or https, and no user name is in it. Query and fragment do not count, nor do the
 * quotation marks that some editors leave around an address.
 */
export function readAddress(written: string | null, hosts: Set<string>): EmbedAddress | undefined {
  if (!written) return undefined;
  try {
    const url = new URL(written.replace(/^[\s"'“”‘’″′]+|[\s"'“”‘’″′]+$/g, ''), document.baseURI);
    if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
    const target = hosts.has(plainHost(url)) ? readEmbedPath(url.pathname) : undefined;
    return target && {target, url};
  } catch {
    // Not an address.
    return undefined;
  }
}

/** Address of the data of the report that an address names, on its own server. */
export function dataAddress({url}: EmbedAddress): string {
  const data = new URL(url.href);
  // A secure page gets nothing from http.
  if (location.protocol === 'https:') data.protocol = 'https:';
  data.pathname = reportDataPath(url.pathname);
  data.search = data.hash = '';
  return data.href;
}
