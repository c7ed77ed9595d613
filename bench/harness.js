// Runs in every page before the contestant's own script, which calls `contest`; not counted in its bytes.
globalThis.contest = async ({fill, change, isDrawn = () => true}) => {
  const count = Number(new URLSearchParams(location.search).get('n'));
  const root = document.querySelector('#root');
  const cards = (from) => Array.from({length: count}, (_none, i) => CARDS[(i + from) % CARDS.length]);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // After the next frame has been put on the screen.
  const painted = async () => {
    await frame();
    await new Promise((resolve) => {
      const {port1, port2} = new MessageChannel();
      port1.addEventListener('message', resolve);
      port1.start();
      port2.postMessage('');
    });
  };
  let drawn = 0;
  const allDrawn = () => {
    const {children} = root;
    while (drawn < children.length && isDrawn(children[drawn])) drawn++;
    return drawn >= children.length;
  };
  fill(root, cards(0));
  const times = {};
  const first = () => !root.firstElementChild || isDrawn(root.firstElementChild);
  while (!first()) await frame();
  await painted();
  times.first = performance.now();
  while (!allDrawn()) await frame();
  await painted();
  times.all = performance.now();

  let from = 0;
  globalThis.update = async () => {
    drawn = 0;
    change(root, cards(++from));
    await painted();
    while (!allDrawn()) await frame();
    await painted();
  };
  // Of the first card with its fallback text and all that its script has put there, comments included. Optional
  // are the hedge, the scale, the unit and the note.
  globalThis.nodes = () => {
    const [first] = root.children;
    if (!first) return {};
    const count = (node) => {
      let sum = 1;
      for (const child of node.childNodes) sum += count(child);
      return sum + (node.shadowRoot ? count(node.shadowRoot) - 1 : 0);
    };
    const {pieces, note} = CARDS[0];
    return {nodes: count(first), optional: pieces.length - 1 + (note ? 1 : 0)};
  };
  globalThis.times = times;
};
