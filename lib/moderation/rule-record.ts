import { sql } from 'drizzle-orm'
import type { Database, Transaction } from '@/db/client'
import { prepared } from '@/db/prepared'
import { moderationWords } from '@/db/schema/moderation'
import { settings } from '@/db/schema/site'
import { madeOnce, readSettings } from '../site/settings-record'
import { DEFAULT_RULES, type Rules, rulesSchema } from './rules'
import { readyList, type WordList } from './word-list'

export const RULES_SETTING = 'moderation'

/** The rules among everything that the newsroom has set; what cannot be read any more stands at its default. */
export const rulesOf = madeOnce((set): Readonly<Rules> => {
  const read = rulesSchema.safeParse(set[RULES_SETTING] ?? {})
  return read.success ? Object.freeze(read.data) : DEFAULT_RULES
})

/** The rules as the newsroom set them. */
export async function readRules(source: Database | Transaction): Promise<Rules> {
  return rulesOf(await readSettings(source))
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

/** Entries come and go, and are never changed. An id could be given again where a transaction came to nothing; its moment not. */
const mark = prepared((source) =>
  source
    .select({
      mark: sql<string>`count(*) || ' ' || total(${moderationWords.id}) || ' ' || coalesce(max(${moderationWords.addedAt}), 0)`,
    })
    .from(moderationWords)
    .prepare(),
)

/** The lists as they were made ready last; made anew when an entry came or went. */
let ready: { of: string; lists: Lists } | null = null

export async function readWordLists(source: Database | Transaction): Promise<Lists> {
  const [{ mark: of } = { mark: '' }] = await mark(source).execute()
  if (ready?.of === of) return ready.lists
  const rows = await source.select({ list: moderationWords.list, entry: moderationWords.entry }).from(moderationWords)
  const entries = (name: 'banned' | 'suspect') => rows.filter(({ list }) => list === name).map(({ entry }) => entry)
  const lists = { banned: readyList(entries('banned')), suspect: readyList(entries('suspect')) }
  ready = { of, lists }
  return lists
}
