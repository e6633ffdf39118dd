import { unsafeOperator } from '../../people/viewer'
import type { Command, CommandContext } from '../command'
import { type PurgeReport, purge } from '../purge-commands'

export const purgeCommand: Command = {
  usage: '[--dry-run]',
  summary: 'Removes for good what is past its time.',
  help: [
    'Removes for good what is past its time: links that were used or are too old, articles that were in the bin for more',
    'than 30 days, the log of changes after two days, and what was made of pictures that are gone. Where the uses of a',
    'picture were counted wrongly, it counts them anew.',
    '  --dry-run   says what would go, and removes nothing',
  ].join('\n'),
  options: { 'dry-run': { type: 'boolean' } },
  words: [0, 0],
  needsDatabase: true,
  run,
}

async function run({ environment, options, say }: CommandContext): Promise<PurgeReport> {
  const dryRun = options['dry-run'] === true
  const report = await purge(unsafeOperator(), environment.dataDir, { dryRun })
  const { links, articles, changes, renditions, originals, leftovers, recounted } = report
  const what = `${links} links, ${articles} articles from the bin, ${changes} logged changes, renditions of ${renditions} pictures, ${originals} originals, ${leftovers} leftovers`
  say(dryRun ? `Would remove ${what}.` : `Removed ${what}.`)
  if (recounted > 0) say(`${dryRun ? 'Would count' : 'Counted'} the uses of ${recounted} pictures anew.`)
  return report
}
