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
  globalThis.nodes = () => {
    const count = (node) => {
      let sum = 1;
      for (const child of node.childNodes) sum += count(child);
      return sum + (node.shadowRoot ? count(node.shadowRoot) - 1 : 0);
    };
    return root.firstElementChild ? count(root.firstElementChild) : 0;
  };
  globalThis.times = times;
};
