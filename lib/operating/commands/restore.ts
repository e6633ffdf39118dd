import { join } from 'node:path'
import type { Command, CommandContext } from '../command'
import { makeDataFolders } from '../data-folder'
import { type RestoreReport, restoreBackup } from '../restore'

export const restoreCommand: Command = {
  usage: 'FILE',
  summary: 'Puts a backup in the place of what is there.',
  help: [
    'Puts a backup in the place of what lies in DATA_DIR. The server must be stopped first.',
    'The backup is read and checked as a whole before anything is touched; what was there is put aside in',
    'DATA_DIR/backups/before-restore-…, from where it can be moved back.',
  ].join('\n'),
  words: [1, 1],
  needsDatabase: false,
  run,
}

async function run({ environment, root, positionals, say }: CommandContext): Promise<RestoreReport> {
  const { dataDir, databaseFile } = environment
  makeDataFolders(environment)
  const source = { dataDir, databaseFile, migrations: join(root, 'db/migrations') }
  const report = await restoreBackup(source, positionals[0] as string)
  say(`Restored ${report.files} files as they were at ${report.madeAt}.`)
  if (report.aside) say(`What was there is in ${report.aside}.`)
  if (report.pending > 0) say('The backup is of an older version: the next start brings the database up to date.')
  return report
}
