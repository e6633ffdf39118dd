import { identity, index, json, moment, NOW, reference, table, text, whole } from '../columns'
import { articles } from './articles'

/** One address that depended on an article, as it was answered when it was fetched. */
export type ReceiptLine = {
  address: string
  /** The status that came back; 0 when nothing did. */
  status: number
  /** Until the last byte. */
  milliseconds: number
  /** `old`: what was sent is not what the newsroom has now. */
  verdict: 'fresh' | 'old' | 'failed'
}

/** What became of every address that depended on an article, each time that its readers were to get something else. */
export const receipts = table(
  'receipts',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** What was done: `publish`, `correction`, `kill`… */
    action: text('action').notNull(),
    actor: text('actor').notNull(),
    /** What the change said that it changed; lib/write.ts has the names. */
    keys: json<string[]>('keys').notNull(),
    /** The addresses that are the article's own, or are lists that it stands in. */
    addresses: json<string[]>('addresses').notNull(),
    madeAt: moment('made_at').notNull().default(NOW),
    /** Null while it is still to be fetched. */
    fetchedAt: moment('fetched_at'),
    /** What all of them took together. */
    milliseconds: whole('milliseconds').notNull().default(0),
    lines: json<ReceiptLine[]>('lines').notNull().default([]),
    /** How many addresses more there were than are fetched. */
    leftOut: whole('left_out').notNull().default(0),
  },
  (receipt) => [
    index('receipts_article').on(receipt.articleId, receipt.id),
    index('receipts_fetched').on(receipt.fetchedAt),
  ],
)
