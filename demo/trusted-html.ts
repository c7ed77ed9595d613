interface Policy {
  createHTML(text: string): string;
  createScriptURL(address: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | undefined;

function own(): Policy {
  const {trustedTypes} = window as {trustedTypes?: TrustedTypes};
  const rules: Policy = {createHTML: (text) => text, createScriptURL: (address) => address};
  return (policy ??= trustedTypes?.createPolicy('qd-builder', rules) ?? rules);
}

/**
 * HTML that may be parsed on a page that allows none from strings. Only for what the page composes itself, by
 * {@link html} or out of its own files.
 */
export function trustedHtml(text: string): string {
  return own().createHTML(text);
}

/** Likewise the address of a script of the page's own. */
export function trustedScriptUrl(address: string): string {
  return own().createScriptURL(address);
}
