/** What a content policy forbids that a card needs. */
export type PolicyFault = 'script' | 'style' | 'connect' | 'picture' | 'templates';

/** What a policy means for the embed files. */
export interface PolicyVerdict {
  /** What it forbids; empty where all is well. */
  faults: PolicyFault[];
  /** Whether the page lets no HTML be made from strings but by listed names. */
  hasTrustedTypes: boolean;
}

type Directives = Map<string, string[]>;

function read(policy: string): Directives {
  const directives: Directives = new Map();
  for (const entry of policy.split(';')) {
    const [name, ...values] = entry.trim().split(/\s+/);
    const key = name!.toLowerCase();
    // Of two the first counts.
    if (key && !directives.has(key)) directives.set(key, values);
  }
  return directives;
}

/** Whether files of the folder's own host may be loaded by one of these directives; the first that is there says. */
function allowsOwn(directives: Directives, names: string[], folder: URL): boolean {
  const values = names.map((name) => directives.get(name)).find(Boolean);
  if (!values) return true;
  return values.some((value) => {
    const source = value.toLowerCase();
    if (source === "'self'" || source === '*' || source === folder.protocol) return true;
    if (source.startsWith("'")) return false;
    const [, scheme, host, port, path] =
      /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?(\/.*)?$/.exec(source) ?? [];
    if (!host || (scheme && `${scheme}:` !== folder.protocol)) return false;
    if (port && port !== '*' && port !== folder.port) return false;
    if (path && path !== '/' && !folder.pathname.toLowerCase().startsWith(path)) return false;
    return host.startsWith('*.') ? folder.hostname.endsWith(host.slice(1)) : host === folder.hostname;
  });
}

/**
 * Whether a server's `Content-Security-Policy` lets the embed files in this folder work. Several policies, as one
 * header can hold, are divided by commas; all of them count.
 */
export function judgePolicy(header: string, folder: string): PolicyVerdict {
  const url = new URL(folder);
  const faults = new Set<PolicyFault>();
  let hasTrustedTypes = false;
  for (const policy of header.split(',')) {
    const directives = read(policy);
    const scripts =
      directives.get('script-src-elem') ?? directives.get('script-src') ?? directives.get('default-src');
    // With it the browser passes over hosts: only what has the page's one-time word runs.
    const isStrictDynamic = scripts?.includes("'strict-dynamic'") ?? false;
    if (isStrictDynamic || !allowsOwn(directives, ['script-src-elem', 'script-src', 'default-src'], url))
      faults.add('script');
    if (!allowsOwn(directives, ['style-src-elem', 'style-src', 'default-src'], url)) faults.add('style');
    if (!allowsOwn(directives, ['connect-src', 'default-src'], url)) faults.add('connect');
    if (!allowsOwn(directives, ['img-src', 'default-src'], url)) faults.add('picture');
    const isRequired = directives.get('require-trusted-types-for')?.includes("'script'") ?? false;
    hasTrustedTypes ||= isRequired;
    const names = directives.get('trusted-types');
    if (isRequired && names && !names.includes('qd-widgets') && !names.includes('*')) faults.add('templates');
  }
  return {faults: [...faults], hasTrustedTypes};
}
