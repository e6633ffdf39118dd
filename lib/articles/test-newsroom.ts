import { asc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { people } from '@/db/schema/people'
import { versions } from '@/db/schema/publishing'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { type Role, unsafeOperator, unsafeViewer, type Viewer } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { write } from '../write'
import { createArticle } from './article-commands'
import { type ArticleDraft, articleInputSchema } from './article-input'
import { findRow } from './article-record'
import { publish } from './publishing-commands'
import { deskText, keepText } from './working-copy'

/** A newsroom of two sections and what is done in it, for tests on a fresh database. */

export const operator = unsafeOperator()
export const HOUR = 3_600_000
let made = 0

export async function openNewsroom(): Promise<FreshDatabase> {
  const fresh = openFreshDatabase()
  for (const [position, slug] of ['news', 'sport'].entries()) {
    await saveSection(operator, { slug, name: slug, description: '', kind: 'news', position } as never)
  }
  return fresh
}

export function draft(more: Partial<ArticleDraft> = {}): ArticleDraft {
  made += 1
  const body = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'It broke.' }] }],
  }
  return { section: 'news', language: 'en', headline: `The dam broke ${made}`, bylines: ['Wren'], body, ...more }
}

export const rowOf = (id: number) => findRow(database(), id)

export const versionsOf = (id: number) =>
  database().select().from(versions).where(eq(versions.articleId, id)).orderBy(asc(versions.number))

/** Saves other words at the desk. */
export const edit = (id: number, more: Partial<ArticleDraft>) =>
  write(async (tx) => {
    const row = await findRow(tx, id)
    const { text } = await deskText(tx, row)
    await keepText(tx, operator, row, articleInputSchema.parse({ ...text, ...more }), 'saved')
  })

export async function published(more: Partial<ArticleDraft> = {}) {
  const article = await createArticle(operator, draft(more))
  await publish(operator, article.id)
  return article
}

/** Somebody of the newsroom, limited to sections where some are named. */
export async function person(role: Role, sections: string[] = []): Promise<Viewer> {
  made += 1
  const email = `${role}${made}@example.org`
  return write(async (tx) => {
    const [row] = await tx.insert(people).values({ name: role, email, mailbox: email, role }).returning()
    const { id } = row as { id: number }
    const limits = sections.map((slug) => (slug === 'news' ? 1 : 2))
    return unsafeViewer({ id, name: role, role, sections: limits.length > 0 ? limits : null })
  })
}
