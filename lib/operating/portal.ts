import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase, openDatabase } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import { readEnvironment } from '../env'
import { projectRoot } from '../root'
import { type Command, type CommandContext, CommandFailed, UsageError } from './command'
import { backupCommand } from './commands/backup'
import { doctorCommand } from './commands/doctor'
import { exportCommand } from './commands/export'
import { importCommand } from './commands/import'
import { purgeCommand } from './commands/purge'
import { restoreCommand } from './commands/restore'
import { userCommand } from './commands/user'

const COMMANDS: Record<string, Command> = {
  import: importCommand,
  export: exportCommand,
  backup: backupCommand,
  restore: restoreCommand,
  user: userCommand,
  doctor: doctorCommand,
  purge: purgeCommand,
}

const COMMON_OPTIONS = { help: { type: 'boolean' }, json: { type: 'boolean' } } as const

/** Errors whose message is meant for the operator as it is. */
const FOR_THE_OPERATOR = new Set([
  ...['CommandFailed', 'SettingError', 'PersonRefused', 'MailboxRefused', 'PasswordRefused', 'Refused', 'ImageRefused'],
])

/**
 * Runs the operator's tool.
 *
 * @param words what follows `npm run portal --`
 * @returns the exit code: 0 when it is done, 1 when it could not be, 2 when the call was not understood
 */
export async function runPortal(words: string[]): Promise<number> {
  const [name = '--help', ...rest] = words
  if (name === '--help' || name === 'help') return print(overview())
  const command = COMMANDS[name]
  if (!command) return complain(`portal: there is no command “${name}”; portal --help lists them.`, 2)
  try {
    return await runCommand(name, command, rest)
  } catch (error) {
    return report(name, error as Error)
  }
}

async function runCommand(name: string, command: Command, words: string[]): Promise<number> {
  const { values, positionals } = readWords(command, words)
  if (values.help) return print(helpOf(name, command))
  const [least, most] = command.words
  if (positionals.length < least || positionals.length > most)
    throw new UsageError(`usage: portal ${name} ${command.usage}`)
  const isJson = values.json === true
  const context: CommandContext = {
    environment: readEnvironment(),
    root: projectRoot(),
    positionals,
    options: values as CommandContext['options'],
    say: (line) => {
      if (!isJson) process.stdout.write(`${line}\n`)
    },
  }
  if (command.needsDatabase) openMigrated(context)
  try {
    const result = await command.run(context)
    if (isJson) process.stdout.write(`${JSON.stringify({ done: true, result })}\n`)
    return 0
  } catch (error) {
    if (isJson && error instanceof CommandFailed) {
      process.stdout.write(`${JSON.stringify({ done: false, error: error.message, result: error.result })}\n`)
    }
    throw error
  } finally {
    await closeDatabase()
  }
}

function readWords(command: Command, words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: { ...COMMON_OPTIONS, ...command.options },
      allowPositionals: true,
      strict: true,
    })
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0] ?? 'This cannot be understood.')
  }
}

function openMigrated({ environment, root }: CommandContext): void {
  openDatabase(environment.databaseFile)
  migrateDatabase(join(root, 'db/migrations'), join(environment.dataDir, 'backups'))
}

function report(name: string, error: Error): number {
  if (error instanceof UsageError) return complain(`portal ${name}: ${error.message}`, 2)
  if (FOR_THE_OPERATOR.has(error.name)) return complain(`portal ${name}: ${error.message}`, 1)
  return complain(error.stack ?? String(error), 1)
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { usage, help }]) => `  ${`${name} ${usage}`.padEnd(46)} ${help.split('.')[0]}.`,
  )
  return [
    'usage: npm run portal -- COMMAND',
    '',
    ...lines,
    '',
    '--help after a command tells more; --json prints for scripts.',
  ].join('\n')
}

function helpOf(name: string, { usage, help }: Command): string {
  return [
    `usage: npm run portal -- ${name} ${usage}`,
    '',
    help,
    '',
    'Exit codes: 0 done, 1 not done, 2 not understood.',
  ].join('\n')
}

function print(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`)
  return code
}
