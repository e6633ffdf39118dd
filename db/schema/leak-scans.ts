import { identity, index, json, moment, NOW, reference, table, text, whole } from '../columns'
import { articles } from './articles'

/** One public address, as an outsider was answered there while an article was not for readers. */
export type LeakLine = {
  address: string
  /** The status that came back; 0 when nothing did. */
  status: number
  /** What of the article was found there, in words; empty for nothing. */
  found: string[]
  verdict: 'clean' | 'leak' | 'failed'
}

/** Looks at every public surface for an article that is not for readers, each with what was found. */
export const leakScans = table(
  'leak_scans',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    actor: text('actor').notNull(),
    at: moment('at').notNull().default(NOW),
    milliseconds: whole('milliseconds').notNull(),
    lines: json<LeakLine[]>('lines').notNull(),
  },
  (scan) => [index('leak_scans_article').on(scan.articleId, scan.id)],
)
