/** One command of `qd`: what `--help` says about it, and what it does. */
export type Command = {
  /** One line for the list of commands. */
  summary: string;
  /** The whole help text. */
  help: string;
  /** Runs with the arguments behind the command's name; gives the exit status, or the promise of it. */
  run: (args: string[]) => number | Promise<number>;
};

/** Wrong use of the command line: told on standard error, with exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Input that falls short: each line is told on standard error, with exit status 1. */
export class InputError extends Error {
  override name = 'InputError';
}
