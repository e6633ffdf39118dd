import type { ParseArgsConfig } from 'node:util'
import type { Environment } from '../env'

/** What a command of the operator's tool is told, and how it answers. */
export type CommandContext = {
  environment: Environment
  /** The project's folder. */
  root: string
  positionals: string[]
  options: Record<string, string | boolean | undefined>
  /** A line for a person; nothing with `--json`. */
  say: (line: string) => void
}

export type Command = {
  /** What follows its name. */
  usage: string
  /** What it does, in a line of the list of all commands. */
  summary: string
  /** What it does, for its own `--help`. */
  help: string
  options?: ParseArgsConfig['options']
  /** How many words follow the name, at least and at most. */
  words: [number, number]
  /** Whether it works on the open database of this version. */
  needsDatabase: boolean
  /** Whether it makes the database when there is none. */
  makesDatabase?: boolean
  /** @returns what `--json` prints */
  run: (context: CommandContext) => Promise<unknown>
}

/** A command could not do what it was asked; the message says why and what to do. */
export class CommandFailed extends Error {
  constructor(
    words: string,
    readonly result: unknown = undefined,
  ) {
    super(words)
    this.name = 'CommandFailed'
  }
}

/** The command was called in a way that it does not understand. */
export class UsageError extends Error {}
