import { resolve } from 'node:path'
import { unsafeOperator } from '../../people/viewer'
import type { Command, CommandContext } from '../command'
import { type ExportReport, exportNewsroom } from '../export/export-newsroom'

export const exportCommand: Command = {
  usage: 'DIR [--force]',
  summary: 'Writes everything the newsroom holds into a folder.',
  help: [
    'Writes everything the newsroom holds into DIR: each article as Markdown that can be imported, everything as JSON,',
    'redirects as CSV too, the pictures as they came. Passwords and links that open something are left out; people’s mail',
    'addresses are not.',
    '  --force   writes into DIR although it is not empty',
  ].join('\n'),
  options: { force: { type: 'boolean' } },
  words: [1, 1],
  needsDatabase: true,
  run,
}

async function run({ environment, positionals, options, say }: CommandContext): Promise<ExportReport> {
  const folder = resolve(positionals[0] as string)
  const report = await exportNewsroom(unsafeOperator(), environment.dataDir, folder, { force: options.force === true })
  const { articles = 0, comments = 0, media = 0 } = report.counts
  for (const name of report.lessInMarkdown)
    say(`${name} says less than articles.json: Markdown has no words for all of it.`)
  for (const name of report.missingPictures) say(`${name} is not on the disk and was left out.`)
  say(`Exported ${articles} articles, ${comments} comments and ${media} pictures to ${folder}.`)
  return report
}
