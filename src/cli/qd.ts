#!/usr/bin/env node
import {check} from './check.js';
import {InputError, UsageError, type Command} from './command.js';
import {draft} from './draft.js';
import {embed} from './embed.js';
import {figures} from './figures.js';
import {packageVersion} from './package-files.js';
import {report} from './report.js';

const commands = new Map<string, Command>([
  ['check', check],
  ['figures', figures],
  ['draft', draft],
  ['embed', embed],
  ['report', report],
]);

const help = `Usage: qd COMMAND …

${[...commands].map(([name, {summary}]) => `  ${name.padEnd(10)}${summary}`).join('\n')}

  --help      this help; after a command, the help of that command
  --version   the version

Each command reads a file or -, prints data on standard output and messages on standard error, and exits with
0, 1 (the input falls short) or 2 (wrong use).
`;

process.exitCode = await main(process.argv.slice(2));

async function main([name = '', ...args]: string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help')
    return print(commands.get(args[0] ?? '')?.help ?? help);
  if (name === '--version') return print(`${packageVersion()}\n`);
  const command = commands.get(name);
  if (!command) return misuse(name ? `Unknown command: ${name}` : 'No command given', 'qd --help');
  if (args.some((arg) => arg === '--help' || arg === '-h')) return print(command.help);
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof InputError) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
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
