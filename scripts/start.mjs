/** Serves the demo from the sources, with Vite, and prints its address. */
import {connect} from 'node:net';
import {parseArgs} from 'node:util';
import {createServer} from 'vite';

const PAGE = '/demo/';
const DEFAULT_PORT = 5173;
const USAGE = `Serves the demo page.

  npm start -- [options]

  --port N     the port, 1 to 65535 (default ${DEFAULT_PORT}, or the next free one)
  --host [H]   listen on other addresses than this machine's own; all of them without H
  --open       open the page in the browser, where there is a desktop
  --help       this text`;

/** @param {string} message @param {number} code @returns {never} */
function fail(message, code) {
  console.error(message);
  process.exit(code);
}

/** Reads `--name N` and `--name=N`; node:util has no option with an optional value, as `--host` is. */
function readOptions(argv) {
  const args = argv.map((arg, i) =>
    arg === '--host' && (argv[i + 1] === undefined || argv[i + 1].startsWith('-')) ? '--host=' : arg,
  );
  try {
    const {values, positionals} = parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: {type: 'string'},
        host: {type: 'string'},
        open: {type: 'boolean'},
        help: {type: 'boolean', short: 'h'},
      },
    });
    // `npm start --port N`, without the two dashes before it, leaves N here, or in npm's own setting.
    const given = process.env.npm_config_port;
    if (given) values.port ??= given === 'true' ? positionals.shift() : given;
    if (positionals.length > 0) throw new Error(`Unexpected argument '${positionals[0]}'`);
    return values;
  } catch (error) {
    return fail(`${error.message.split('. ')[0]}.\n\n${USAGE}`, 2);
  }
}

function readPort(text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535) fail(`Not a port: "${text}". Give a number from 1 to 65535.`, 2);
  return port;
}

/** Whether anything answers there: a server on the other loopback address would take our visitors. */
async function isTaken(port) {
  const answers = (host) =>
    new Promise((resolve) => {
      const socket = connect({host, port, timeout: 1000});
      const end = (answer) => {
        socket.destroy();
        resolve(answer);
      };
      socket.once('connect', () => end(true));
      socket.once('error', () => end(false));
      socket.once('timeout', () => end(false));
    });
  return (await Promise.all(['127.0.0.1', '::1'].map(answers))).includes(true);
}

/** The server listening on a port, or undefined where that is taken. */
async function listen(port, host) {
  if (await isTaken(port)) return undefined;
  const server = await createServer({
    configFile: new URL('../vite.config.ts', import.meta.url).pathname.replace(/^\/(?=[A-Za-z]:)/, ''),
    logLevel: 'warn',
    clearScreen: false,
    server: {port, strictPort: true, host, open: false},
  });
  try {
    return await server.listen();
  } catch (error) {
    await server.close();
    if (error.code === 'EADDRINUSE' || /already in use/.test(error.message)) return undefined;
    if (error.code === 'EACCES') {
      return fail(`Port ${port} is not open to you: choose another with npm start -- --port N`, 1);
    }
    return fail(`The server could not start on port ${port}: ${error.message}`, 1);
  }
}

function hasDesktop() {
  if (process.env.CI) return false;
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const options = readOptions(process.argv.slice(2));
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}

const first = options.port === undefined ? DEFAULT_PORT : readPort(options.port);
// 127.0.0.1 answers both to itself and to "localhost"; Vite's own default may be ::1 alone.
const host = options.host === undefined ? '127.0.0.1' : options.host || true;

let port = first;
let server = await listen(port, host);
if (!server && options.port !== undefined) {
  fail(`Port ${port} is taken: choose another with npm start -- --port ${port < 65535 ? port + 1 : 8080}`, 1);
}
while (!server) {
  port += 1;
  if (port >= first + 100)
    fail(`Ports ${first} to ${port - 1} are taken: choose one with npm start -- --port N`, 1);
  server = await listen(port, host);
}

const elsewhere = host === '127.0.0.1' ? [] : (server.resolvedUrls?.network ?? []);
const addresses = [`http://localhost:${port}${PAGE}`, ...elsewhere.map((url) => new URL(PAGE, url).href)];
const note = port === first ? '' : `port ${first} is taken; `;
console.log(`qd-widgets demo: ${addresses.join(' and ')}  (${note}stop with Ctrl+C)`);

if (options.open && hasDesktop()) {
  server.config.server.open = PAGE;
  try {
    server.openBrowser();
  } catch {
    // The address is printed; a browser that does not open is no reason to stop.
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    setTimeout(() => process.exit(0), 1000).unref();
    void server.close().finally(() => process.exit(0));
  });
}
