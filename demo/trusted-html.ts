interface Policy {
  createHTML(text: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | undefined;

/**
 * HTML that may be parsed on a page that allows none from strings. Only for what the page composes itself, by
 * {@link html} or out of its own files.
 */
export function trustedHtml(text: string): string {
  const {trustedTypes} = window as {trustedTypes?: TrustedTypes};
  policy ??= trustedTypes?.createPolicy('qd-builder', {createHTML: (own) => own}) ?? {
    createHTML: (own) => own,
  };
  return policy.createHTML(text);
}
