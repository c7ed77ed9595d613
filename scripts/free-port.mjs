import {randomInt} from 'node:crypto';
import {createServer} from 'node:net';

const isFree = (port) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen(port, () => server.close(() => resolve(true)));
  });

/**
 * A port for a server that starts a moment later, and cannot be told to take any. Drawn by lot: two test commands that
 * start together and count up from the same number would take the same one. Below 32768, where no system takes the
 * near end of a connection from.
 *
 * @returns {Promise<number>}
 */
export async function freePort() {
  for (;;) {
    const port = randomInt(10_000, 32_768);
    if (await isFree(port)) return port;
  }
}
