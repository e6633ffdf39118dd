import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Database, database, type Transaction } from '@/db/client'
import { moderationWords } from '@/db/schema/moderation'
import { audit } from '../audit/audit-commands'
import { Refused, type Viewer } from '../people/viewer'
import { write } from '../write'
import { mayChangeRules, requireModerator } from './moderation-policy'
import { changeRules, readRules } from './rule-record'
import { markOf, type RuleSet } from './rules-input'

/** Somebody else changed the rules after the one who saves had opened them. */
export class StaleRules extends Error {
  constructor() {
    super('Somebody else has changed the rules since you opened them. Open them anew, and make your change again.')
    this.name = 'StaleRules'
  }
}

/** The rules and both lists as they are. @throws {Refused} when the viewer moderates nowhere */
export async function getRuleSet(viewer: Viewer): Promise<RuleSet> {
  requireModerator(viewer, 'see the rules')
  return readRuleSet(database())
}

async function readRuleSet(source: Database | Transaction): Promise<RuleSet> {
  const rows = await source.select().from(moderationWords).orderBy(asc(moderationWords.entry))
  const entries = (name: 'banned' | 'suspect') => rows.filter(({ list }) => list === name).map(({ entry }) => entry)
  return { rules: await readRules(source), banned: entries('banned'), suspect: entries('suspect') }
}

/**
 * Puts other rules in force, for every comment from now on.
 *
 * @param base what `markOf` said of the rules that the form was opened on
 * @throws {Refused} @throws {StaleRules}
 */
export async function saveRuleSet(viewer: Viewer, wanted: RuleSet, base: string): Promise<void> {
  if (!mayChangeRules(viewer)) throw new Refused(viewer, 'change the rules of the conversation')
  await write(async (tx) => {
    const before = await readRuleSet(tx)
    if (markOf(before) === markOf(wanted)) return
    if (markOf(before) !== base) throw new StaleRules()
    await changeRules(tx, wanted.rules)
    const detail: Record<string, unknown> = differences(before.rules, wanted.rules)
    for (const name of ['banned', 'suspect'] as const) {
      const added = wanted[name].filter((entry) => !before[name].includes(entry))
      const removed = before[name].filter((entry) => !wanted[name].includes(entry))
      if (removed.length > 0)
        await tx
          .delete(moderationWords)
          .where(and(eq(moderationWords.list, name), inArray(moderationWords.entry, removed)))
      if (added.length > 0)
        await tx.insert(moderationWords).values(added.map((entry) => ({ list: name, entry, addedBy: viewer.personId })))
      if (added.length + removed.length > 0) detail[name] = { added, removed }
    }
    await audit(tx, viewer, { action: 'moderation.rules', subject: 'moderation', detail })
  })
}

function differences(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> {
  const changes = Object.keys(after).filter((name) => before[name] !== after[name])
  return Object.fromEntries(changes.map((name) => [name, { from: before[name], to: after[name] }]))
}
