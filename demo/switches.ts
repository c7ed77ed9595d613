const root = document.documentElement;

/** What stands on <html> and in the address: what it is, and what goes without saying. */
const SWITCHES: Record<string, {read: () => string; write: (value: string) => void; standard?: string}> = {
  lang: {read: () => root.lang, write: (value) => (root.lang = value), standard: 'zh-CN'},
  text: {
    read: () => root.dataset['qdText'] ?? 'standard',
    write: (value) => (root.dataset['qdText'] = value),
    standard: 'standard',
  },
  // No standard: without a word in the address the reader's system decides.
  theme: {
    read: () => root.dataset['qdTheme'] ?? 'light',
    write: (value) => (root.dataset['qdTheme'] = value),
  },
  brand: {
    read: () => root.dataset['brand'] ?? 'blue',
    write: (value) => (root.dataset['brand'] = value),
    standard: 'blue',
  },
};

/** Makes the switches of the page work; `onSwitch` is called after each choice. */
export function startSwitches(onSwitch?: () => void): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>('[data-set]');

  function show(): void {
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(SWITCHES[button.dataset['set']!]!.read() === button.value));
    }
    const title = document.querySelector('h1')?.querySelector(`[lang='${root.lang}']`)?.textContent;
    if (title) document.title = title.replace(/\s+/g, ' ');
    // The choices go along to the other pages, and into the codes.
    const asked = new URLSearchParams(location.search);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-page]')) {
      const address = new URL(link.href);
      for (const name of Object.keys(SWITCHES)) {
        address.searchParams.delete(name);
        if (asked.has(name)) address.searchParams.set(name, asked.get(name)!);
      }
      link.href = address.href;
    }
    for (const code of document.querySelectorAll<HTMLElement & {requestUpdate?(): void}>('qd-qr')) {
      code.requestUpdate?.();
    }
  }

  for (const button of buttons) {
    button.addEventListener('click', () => {
      const name = button.dataset['set']!;
      SWITCHES[name]!.write(button.value);
      const address = new URL(location.href);
      if (button.value === SWITCHES[name]!.standard) address.searchParams.delete(name);
      else address.searchParams.set(name, button.value);
      try {
        history.replaceState(history.state, '', address);
      } catch {
        // A page opened as a file may keep its address.
      }
      show();
      onSwitch?.();
      // On a phone only the other choice is there.
      if (!button.getClientRects().length) {
        const others = [...button.parentElement!.querySelectorAll('button')];
        others.find((other) => other.getClientRects().length)?.focus();
      }
    });
  }

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ({matches}) => {
    if (new URLSearchParams(location.search).has('theme')) return;
    root.dataset['qdTheme'] = matches ? 'dark' : 'light';
    show();
  });

  show();
}
