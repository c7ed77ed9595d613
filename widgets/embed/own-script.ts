/** What the page's script tag of this file says. */
export interface OwnScript {
  /** Hosts whose links may become cards: the page's own, and those in `data-qd-hosts`. */
  hosts: Set<string>;
  /** Whether text markers are replaced: `data-qd-markers`. */
  hasMarkers: boolean;
  /** Address of the file; empty where its tag is not found. */
  address: string;
}

/** A host as it is compared: without the port that its scheme has anyway. */
export function plainHost({host}: {host: string}): string {
  return host.replace(/:(80|443)$/, '');
}

/** Reads the tag that loads this file. To be called while the file is first run. */
export function readOwnScript(): OwnScript {
  let script = document.currentScript as HTMLScriptElement | null;
  // A module has no current script, a classic file no address of its own.
  const {url} = import.meta;
  if (!script && url) {
    for (const candidate of document.querySelectorAll<HTMLScriptElement>('script[src]')) {
      if (candidate.src === url) script = script || candidate;
    }
  }
  const hosts = new Set([plainHost(location)]);
  for (const name of script?.getAttribute('data-qd-hosts')?.split(/[\s,]+/) ?? []) {
    try {
      // Through URL, so that 青岛.中国 and upper case are found too.
      if (name) hosts.add(plainHost(new URL(/^https?:/i.test(name) ? name : `https://${name}`)));
    } catch {
      // Not a host.
    }
  }
  return {
    hosts,
    hasMarkers: Boolean(script?.hasAttribute('data-qd-markers')),
    address: script?.src || url || '',
  };
}
