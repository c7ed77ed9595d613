/** What is read off a page, and what is made of many readings. */

export const median = (numbers) => {
  const sorted = numbers.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted.length ? sorted[sorted.length >> 1] : NaN;
};

/** What the browser's own timeline calls script, microtasks included, and style and layout. */
const WORK = new Set([
  'EvaluateScript',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
  'FunctionCall',
  'RunMicrotasks',
  'UpdateLayoutTree',
  'Layout',
]);

/**
 * Script, style and layout while something is done in a tab, in milliseconds of the main thread's own clock, which
 * stands still while other programs have the processor.
 *
 * Not `Performance.getMetrics`: its ScriptDuration leaves out what runs in microtasks, which is nearly all that a
 * LitElement does.
 */
export async function cpu(tab, act) {
  await tab.tracing.start({categories: ['-*', 'devtools.timeline', 'v8', 'v8.execute']});
  try {
    await act();
  } catch (error) {
    await tab.tracing.stop();
    throw error;
  }
  const {traceEvents} = JSON.parse(Buffer.from(await tab.tracing.stop()).toString());
  const threads = new Map();
  for (const {name, ph, pid, tid, ts, dur = 0, tts, tdur = 0} of traceEvents) {
    if (ph !== 'X' || !WORK.has(name)) continue;
    const thread = `${pid} ${tid}`;
    if (!threads.has(thread)) threads.set(thread, []);
    threads.get(thread).push({wall: [ts, ts + dur], own: tts === undefined ? undefined : [tts, tts + tdur]});
  }
  return [...threads.values()].reduce((sum, events) => sum + worked(events), 0) / 1000;
}

/**
 * How long a thread worked. The browser leaves its own clock out of an event here and there: such a one counts by the
 * clock on the wall, less what is in it, unless it is itself inside of another.
 */
function worked(events) {
  const isInside = ([from, to], [start, end]) => from >= start && to <= end;
  const timed = events.filter(({own}) => own);
  const others = events.filter(({own, wall}) => !own && !timed.some((event) => isInside(wall, event.wall)));
  const within = timed.filter(({wall}) => others.some((event) => isInside(wall, event.wall)));
  const walls = (some) => covered(some.map(({wall}) => wall));
  return covered(timed.map(({own}) => own)) + walls(others) - walls(within);
}

/** How much of a line some spans cover; one may stand inside another. */
function covered(spans) {
  let sum = 0;
  let end = 0;
  for (const [from, to] of spans.sort(([a], [b]) => a - b)) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
}

/**
 * What is still held after the garbage has been collected, in bytes: the scripts' heap, the DOM's with style and
 * layout, and the buffers of both.
 */
export async function heap(tab) {
  const session = await tab.createCDPSession();
  // What finalizers let go is found the next time.
  for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage');
  const used = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return used.usedSize + (used.embedderHeapUsedSize ?? 0) + (used.backingStorageSize ?? 0);
}

/** Runs in a page before its scripts: its longest task, and the longest time in which it took no turn. */
export function watchTasks() {
  const seen = (globalThis.tasks = {longest: 0, over200: 0, gap: 0});
  new PerformanceObserver((list) => {
    for (const {duration} of list.getEntries()) {
      seen.longest = Math.max(seen.longest, duration);
      if (duration > 200) seen.over200++;
    }
  }).observe({type: 'longtask', buffered: true});
  const {port1, port2} = new MessageChannel();
  let last = performance.now();
  port1.addEventListener('message', () => {
    const now = performance.now();
    seen.gap = Math.max(seen.gap, now - last);
    last = now;
    setTimeout(() => port2.postMessage(''), 5);
  });
  port1.start();
  port2.postMessage('');
}

/** Calls what a page has made global, in a task of its own: what runs for the protocol is not counted as script. */
export const call = (tab, name, ...given) =>
  tab.evaluate(
    (what, ...told) => new Promise((resolve) => setTimeout(() => resolve(globalThis[what](...told)))),
    name,
    ...given,
  );

/** After the next frame, and what the browser has to tell of it. */
export const settled = (tab) =>
  tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));

/** Runs contestants by turns, and gives for each the medians of what its visits measured. */
export async function rounds(count, names, visit) {
  const seen = Object.fromEntries(names.map((name) => [name, {}]));
  for (let round = 0; round < count; round++) {
    const order = [...names];
    order.push(...order.splice(0, round % order.length));
    for (const name of order) {
      for (const [what, value] of Object.entries(await visit(name))) {
        // Better no table than one with a hole in it.
        if (!Number.isFinite(value)) throw new Error(`${name} gave no number for ${what}: ${value}`);
        (seen[name][what] ??= []).push(value);
      }
    }
  }
  return Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(Object.entries(seen[name]).map(([what, values]) => [what, median(values)])),
    ]),
  );
}
