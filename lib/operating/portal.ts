import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase, openDatabase } from '@/db/client'
import { migrateDatabase, pendingMigrations } from '@/db/migrate'
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
import { verifyCommand } from './commands/verify'
import { makeDataFolders } from './data-folder'

const COMMANDS: Record<string, Command> = {
  import: importCommand,
  export: exportCommand,
  backup: backupCommand,
  restore: restoreCommand,
  user: userCommand,
  doctor: doctorCommand,
  purge: purgeCommand,
  verify: verifyCommand,
}

const EXPECTED = new Set(
  'CommandFailed SettingError ArchiveRefused PersonRefused MailboxRefused Refused ImageRefused'.split(' '),
)

const COMMON_OPTIONS = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const

/**
 * Runs the operator's tool.
 *
 * @param words what follows `npm run portal --`
 * @returns the exit code: 0 when it is done, 1 when it could not be, 2 when the call was not understood
 */
export async function runPortal(words: string[]): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined) return complain('portal: a command is missing; portal --help lists them.', 2)
  if (name === '--help' || name === '-h' || name === 'help') return print(overview())
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) return complain(`portal: there is no command “${name}”; portal --help lists them.`, 2)
  try {
    return await runCommand(name, command, rest)
  } catch (error) {
    return report(name, error as Error, rest.includes('--json'))
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
  if (command.needsDatabase) openNewsroom(context, command.makesDatabase === true)
  try {
    const result = await command.run(context)
    if (isJson) print(JSON.stringify({ done: true, result }))
    return 0
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

/** Brings nothing up to date: a server of another version may be at work on it. */
function openNewsroom({ environment, root }: CommandContext, makesDatabase: boolean): void {
  const file = environment.databaseFile
  const migrations = join(root, 'db/migrations')
  const isNew = !existsSync(file)
  if (isNew && !makesDatabase) throw new CommandFailed(`There is no database at ${file}: is DATA_DIR right?`)
  if (isNew) makeDataFolders(environment)
  openDatabase(file)
  if (isNew) migrateDatabase(migrations, join(environment.dataDir, 'backups'))
  const pending = pendingMigrations(migrations)
  if (pending === 0) return
  const words =
    pending > 0
      ? 'is of an older version: start the portal once, which brings it up to date'
      : 'is of a newer version than this'
  throw new CommandFailed(`The database ${file} ${words}.`)
}

function report(name: string, error: Error, isJson: boolean): number {
  if (isJson) {
    const result = error instanceof CommandFailed ? error.result : undefined
    print(JSON.stringify({ done: false, error: error.message, result }))
  }
  if (error instanceof UsageError) return complain(`portal ${name}: ${error.message}`, 2)
  return complain(
    isExpected(error) ? `portal ${name}: ${error.message.split('\n')[0]}` : (error.stack ?? String(error)),
    1,
  )
}

/** Our own refusals and those of the disk and the database say what is the matter; anything else is a fault of ours. */
function isExpected(error: Error): boolean {
  return EXPECTED.has(error.name) || typeof (error as { code?: unknown }).code === 'string'
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(9)}${summary}`)
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
