import { eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { commentReports, comments } from '@/db/schema/comments'
import { people } from '@/db/schema/people'
import { createArticle } from '../articles/article-commands'
import { publish } from '../articles/publishing-commands'
import { changeRules } from '../moderation/rule-record'
import { type Role, unsafeOperator, unsafeViewer, type Viewer } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { write } from '../write'
import { postComment } from './comment-commands'
import { moveComment, placeNew } from './comment-state'

/** An article and people to talk about it, for tests on a fresh database. */

const operator = unsafeOperator()

export async function publishArticle(headline = 'The bridge is open'): Promise<number> {
  await saveSection(operator, { slug: 'news', name: 'News' })
  const { id } = await createArticle(operator, { section: 'news', language: 'en', headline })
  await publish(operator, id, { at: new Date(Date.now() - 60_000) })
  return id
}

/** Has every comment wait for a moderator. */
export async function holdEverything(): Promise<void> {
  await write((tx) => changeRules(tx, { holdEverything: true }))
}

type Standing = Partial<Pick<typeof people.$inferSelect, 'verifiedAt' | 'suspendedUntil' | 'bannedAt'>>

export async function addPerson(name: string, role: Role = 'reader', standing: Standing = {}): Promise<Viewer> {
  const email = `${name.toLowerCase()}@news.example`
  const row = await write(async (tx) => {
    const values = { name, email, mailbox: email, role, verifiedAt: new Date(), ...standing }
    return (await tx.insert(people).values(values).returning({ id: people.id }))[0] as { id: number }
  })
  return unsafeViewer({ id: row.id, name, role })
}

/** Posts a comment that everyone can read, and gives its id. */
export async function say(viewer: Viewer, articleId: number, body: string, parentId: number | null = null) {
  const { id } = await postComment(viewer, { articleId, parentId, body })
  await write((tx) => moveComment(tx, id, { to: 'approved', by: operator }))
  return id
}

/** Has somebody say something that never went through the steps. @returns its id */
export async function put(
  viewer: Viewer,
  articleId: number,
  body: string,
  state: 'pending' | 'approved' = 'pending',
): Promise<number> {
  return write(async (tx) => {
    const approvedAt = state === 'approved' ? new Date() : null
    const values = { articleId, personId: viewer.personId, signature: viewer.name, body, state, approvedAt }
    const [row] = await tx.insert(comments).values(values).returning({ id: comments.id })
    const { id } = row as { id: number }
    await placeNew(tx, id)
    return id
  })
}

/** Has somebody report a comment, whatever its state. */
export async function report(viewer: Viewer, id: number, isIllegal: boolean): Promise<void> {
  await write(async (tx) => {
    const about = { commentId: id, revision: 1, personId: viewer.personId, isIllegal, reason: 'other' as const }
    await tx.insert(commentReports).values(about)
    const { openReports } = comments
    await tx
      .update(comments)
      .set({ openReports: sql`${openReports} + 1` })
      .where(eq(comments.id, id))
  })
}

export async function commentRow(id: number) {
  return (await database().select().from(comments).where(eq(comments.id, id)))[0] as typeof comments.$inferSelect
}

/** A comment of a commenter's that a moderator may decide on, under an article. */
export async function putDoubtful() {
  const articleId = await publishArticle()
  const mo = await addPerson('Mo', 'moderator')
  const remy = await addPerson('Remy', 'commenter')
  return { articleId, mo, remy, id: await put(remy, articleId, 'Casino bonus') }
}
