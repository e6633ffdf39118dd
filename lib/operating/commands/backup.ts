import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BackupReport, makeBackup } from '../backup'
import type { Command, CommandContext } from '../command'

export const backupCommand: Command = {
  usage: 'FILE [--force]',
  summary: 'Copies everything that must be kept into one file.',
  help: [
    'Copies the database, the pictures, the secrets and unsent mail into one .tar.gz file.',
    'The server may run. The file is read back before it gets its name; it holds secrets, so only its owner may read it.',
    '  --force   replaces FILE when it is there',
  ].join('\n'),
  options: { force: { type: 'boolean' } },
  words: [1, 1],
  needsDatabase: false,
  run,
}

async function run({ environment, root, positionals, options, say }: CommandContext): Promise<BackupReport> {
  const { dataDir, databaseFile } = environment
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const source = { dataDir, databaseFile, version, migrations: join(root, 'db/migrations') }
  const report = await makeBackup(source, positionals[0] as string, { force: options.force === true })
  say(`Backed up ${report.files} files to ${report.file} (${Math.ceil(report.bytes / 1000)} kB).`)
  if (report.missingPictures > 0)
    say(`${report.missingPictures} pictures are not on the disk: “portal doctor” names them.`)
  return report
}
