import { eq } from 'drizzle-orm'
import type { Database, Transaction } from '@/db/client'
import { moderationWords } from '@/db/schema/moderation'
import { settings } from '@/db/schema/site'
import { DEFAULT_RULES, type Rules, rulesSchema } from './rules'
import { readyList, type WordList } from './word-list'

export const RULES_SETTING = 'moderation'

/** The rules as the newsroom set them; what cannot be read any more stands at its default. */
export async function readRules(source: Database | Transaction): Promise<Rules> {
  const [row] = await source.select().from(settings).where(eq(settings.name, RULES_SETTING))
  const read = rulesSchema.safeParse(row?.value ?? {})
  return read.success ? read.data : DEFAULT_RULES
}

/** Changes some of the rules. The viewer's right to was asked before. */
export async function changeRules(tx: Transaction, change: Partial<Rules>): Promise<Rules> {
  const rules = rulesSchema.parse({ ...(await readRules(tx)), ...change })
  await tx
    .insert(settings)
    .values({ name: RULES_SETTING, value: rules })
    .onConflictDoUpdate({ target: settings.name, set: { value: rules } })
  return rules
}

type Lists = { banned: WordList; suspect: WordList }

/** The lists as they were made ready last; made anew when an entry came or went. */
let ready: { of: string; lists: Lists } | null = null

export async function readWordLists(source: Database | Transaction): Promise<Lists> {
  const rows = await source.select({ list: moderationWords.list, entry: moderationWords.entry }).from(moderationWords)
  const of = JSON.stringify(rows)
  if (ready?.of === of) return ready.lists
  const entries = (name: 'banned' | 'suspect') => rows.filter(({ list }) => list === name).map(({ entry }) => entry)
  const lists = { banned: readyList(entries('banned')), suspect: readyList(entries('suspect')) }
  ready = { of, lists }
  return lists
}
