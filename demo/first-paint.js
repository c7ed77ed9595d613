// Sets on <html> what the address asks for (`?lang=en&theme=dark&text=large&brand=red`). A classic script, so that it
// runs before the page is first painted; an inline one would need `unsafe-inline`.
(function () {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const theme = asked.get('theme');
  const brand = asked.get('brand');
  root.dataset.scripted = '';
  // A page that is there in one language keeps it.
  if (!('ownLang' in root.dataset)) root.lang = /^en\b/i.test(asked.get('lang') || '') ? 'en' : 'zh-CN';
  root.dataset.qdText = asked.get('text') === 'large' ? 'large' : 'standard';
  if (/^(red|teal)$/.test(brand || '')) root.dataset.brand = brand;
  root.dataset.qdTheme = /^(light|dark)$/.test(theme || '')
    ? theme
    : matchMedia('(prefers-color-scheme: dark)').matches
      ? 'dark'
      : 'light';
})();
