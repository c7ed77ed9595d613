#!/usr/bin/env node
import {readFileSync} from 'node:fs';
import {check} from './check.js';
import {UsageError, type Command} from './command.js';
import {figures} from './figures.js';

const commands = new Map<string, Command>([
  ['check', check],
  ['figures', figures],
]);

const help = `Usage: qd COMMAND …

${[...commands].map(([name, {summary}]) => `  ${name.padEnd(10)}${summary}`).join('\n')}

  --help      this help; after a command, the help of that command
  --version   the version

Each command reads a file or -, prints data on standard output and messages on standard error, and exits with
0, 1 (the input falls short) or 2 (wrong use).
`;

process.exitCode = main(process.argv.slice(2));

function main([name = '', ...args]: string[]): number {
  if (name === '--help' || name === '-h' || name === 'help')
    return print(commands.get(args[0] ?? '')?.help ?? help);
  if (name === '--version') return print(`${version()}\n`);
  const command = commands.get(name);
  if (!command) return misuse(name ? `Unknown command: ${name}` : 'No command given', 'qd --help');
  if (args.some((arg) => arg === '--help' || arg === '-h')) return print(command.help);
  try {
    return command.run(args);
  } catch (error) {
    const isMisuse =
      error instanceof UsageError || /^ERR_PARSE_ARGS/.test((error as {code?: string}).code ?? '');
    if (!isMisuse) throw error;
    return misuse((error as Error).message, `qd ${name} --help`);
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function misuse(message: string, remedy: string): number {
  process.stderr.write(`${message}\nSee ${remedy}\n`);
  return 2;
}

/** From package.json, which is three folders up from dist/src/cli. */
function version(): string {
  const file = new URL('../../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as {version: string}).version;
}
