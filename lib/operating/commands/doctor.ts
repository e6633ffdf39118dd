import { join } from 'node:path'
import { type Command, type CommandContext, CommandFailed } from '../command'
import { examine, type Finding } from '../health-check'

export const doctorCommand: Command = {
  usage: '',
  summary: 'Looks whether all is well, and changes nothing.',
  help: [
    'Looks at Node.js, the settings, the database, the pictures, the disk, the backups and the secrets, and changes nothing.',
    'Each line is ok, warn or fail, and says what to do. Any fail is exit code 1.',
  ].join('\n'),
  words: [0, 0],
  needsDatabase: false,
  run,
}

async function run({ environment, root, say }: CommandContext): Promise<Finding[]> {
  const findings = await examine(environment, join(root, 'db/migrations'))
  for (const { state, about, words } of findings) say(`${state.padEnd(4)}  ${about}: ${words}`)
  const failed = findings.filter(({ state }) => state === 'fail').map(({ about }) => about)
  if (failed.length > 0) throw new CommandFailed(`This needs mending: ${failed.join(', ')}.`, findings)
  return findings
}
