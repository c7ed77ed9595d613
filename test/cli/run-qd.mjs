import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {isMainThread, receiveMessageOnPort, Worker, workerData} from 'node:worker_threads';

const PROGRAM = new URL('../../dist/src/cli/qd.js', import.meta.url);

/** Runs `qd` as a program of its own, with this on standard input. */
export function spawnQd(args, input = '') {
  const program = fileURLToPath(PROGRAM);
  const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...args], {input, encoding: 'utf8'});
  return {status, stdout, stderr};
}

/** A machine that has just started may take a minute to read the program from its disk. */
const PATIENCE_MS = 240_000;

let worker;

/**
 * Runs `qd` and gives its status and what it prints. One thread runs all of them, as starting the program takes longer than
 * most of its work; what reads standard input is a program of its own.
 */
export function qd(args, input) {
  if (input !== undefined || args.includes('-')) return spawnQd(args, input);
  if (!worker) {
    const {port1, port2} = new MessageChannel();
    const turn = new Int32Array(new SharedArrayBuffer(4));
    const thread = new Worker(new URL(import.meta.url), {
      workerData: {port: port2, turn},
      transferList: [port2],
    });
    thread.unref();
    worker = {port: port1, turn, thread};
  }
  const {port, turn} = worker;
  Atomics.store(turn, 0, 0);
  port.postMessage(args);
  Atomics.wait(turn, 0, 0, PATIENCE_MS);
  const told = receiveMessageOnPort(port)?.message;
  if (!told) {
    // An answer that comes too late must not be taken for the next one's.
    void worker.thread.terminate();
    worker = undefined;
    throw new Error(`qd ${args.join(' ')}: no answer in ${PATIENCE_MS / 1000} s`);
  }
  if (told.error) throw told.error;
  return told;
}

/** In the thread: runs the program's module anew for each message. */
if (!isMainThread && workerData?.turn) {
  const {port, turn} = workerData;
  // The program runs when its module is loaded, so each time it is another module.
  let count = 0;
  port.on('message', async (args) => {
    const told = {status: 0, stdout: '', stderr: ''};
    for (const name of ['stdout', 'stderr']) {
      process[name].write = (text) => {
        told[name] += text;
        return true;
      };
    }
    process.argv = [process.execPath, fileURLToPath(PROGRAM), ...args];
    process.exitCode = undefined;
    try {
      count += 1;
      await import(`${PROGRAM}?${count}`);
      told.status = process.exitCode ?? 0;
    } catch (error) {
      told.error = error;
    }
    port.postMessage(told);
    Atomics.store(turn, 0, 1);
    Atomics.notify(turn, 0);
  });
}
