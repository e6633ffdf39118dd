import { identity, index, json, moment, NOW, reference, table, text, whole } from '../columns'
import { articles } from './articles'
import { people } from './people'

/** What the newsroom says of itself; the keys and their shapes are in lib/site/site.ts. */
export const settings = table('settings', { name: text('name').primaryKey(), value: json<unknown>('value').notNull() })

/** Addresses that moved and are not an article's own. */
export const redirects = table('redirects', {
  /** A canonical path, such as `/2019/05/old-address`. */
  path: text('path').primaryKey(),
  target: text('target').notNull(),
  status: whole('status').notNull().default(308),
  createdAt: moment('created_at').notNull().default(NOW),
})

/** Who did what, when, to what. Rows are only ever added. */
export const audit = table(
  'audit',
  {
    id: identity(),
    at: moment('at').notNull().default(NOW),
    personId: reference('person_id').references(() => people.id, { onDelete: 'set null' }),
    /** Who acted, by name: a person's, or that of a part of the house such as `scheduler`. */
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    detail: json<Record<string, unknown>>('detail').notNull().default({}),
  },
  (row) => [
    index('audit_at').on(row.at),
    index('audit_subject').on(row.subject),
    index('audit_action').on(row.action),
    index('audit_person').on(row.personId),
  ],
)

/** What each transaction changed, so that every process beside the one that wrote learns of it. */
export const changes = table('changes', {
  id: identity(),
  at: moment('at').notNull().default(NOW),
  /** The process that wrote, which has told itself already. */
  origin: text('origin').notNull(),
  keys: json<string[]>('keys').notNull(),
})

/** Which article an imported file became, so that importing it again changes nothing. */
export const imports = table(
  'imports',
  {
    /** What makes two files the same article: its kind, headline and date. */
    identity: text('identity').primaryKey(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** SHA-256 of the file's text, to tell a changed file from the same one. */
    digest: text('digest').notNull(),
    importedAt: moment('imported_at').notNull().default(NOW),
  },
  (row) => [index('imports_article').on(row.articleId)],
)
