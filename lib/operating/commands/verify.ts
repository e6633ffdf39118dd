import { readFile } from 'node:fs/promises'
import { verifyExport } from '../../articles/change-export'
import { verifyNewsroom } from '../../articles/verify-queries'
import { type Command, type CommandContext, CommandFailed } from '../command'

export const verifyCommand: Command = {
  usage: '[FILE]',
  summary: 'Verifies that no article was changed silently.',
  help: [
    'Without a file: verifies the record of changes and the revisions of every article, and that what readers get now is',
    'what was recorded last. With a file that /SECTION/SLUG/changes.json answered: verifies that record by itself.',
    'What does not hold is named, and is exit code 1.',
  ].join('\n'),
  words: [0, 1],
  needsDatabase: true,
  run,
}

async function run({ positionals, say }: CommandContext): Promise<unknown> {
  const [file] = positionals
  return file === undefined ? verifyAll(say) : verifyFile(file, say)
}

async function verifyAll(say: CommandContext['say']): Promise<unknown> {
  const { articles, versions, revisions, flaws } = await verifyNewsroom()
  for (const { articleId, words } of flaws) say(`article ${articleId}: ${words}`)
  const result = { articles, versions, revisions, flaws }
  if (flaws.length > 0) throw new CommandFailed(`${flaws.length} of the records do not hold.`, result)
  say(`${articles} articles, ${versions} versions and ${revisions} revisions hold.`)
  return result
}

async function verifyFile(file: string, say: CommandContext['say']): Promise<unknown> {
  const exported = parse(file, await readFile(file, 'utf8'))
  const flaw = verifyExport(exported)
  if (flaw) throw new CommandFailed(`${file} does not hold. ${flaw}`, { file, flaw })
  const last = (exported as { versions: { number: number; hash: string }[] }).versions.at(-1)
  say(`${file} holds. Its last version is ${last ? `${last.number} ${last.hash}` : 'none'}.`)
  return { file, last: last ? { number: last.number, hash: last.hash } : null }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CommandFailed(`${file} is no JSON.`)
  }
}
