import { eq } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { comments, conversations } from '@/db/schema/comments'
import { audit } from '../audit/audit-commands'
import { Refused, type Viewer } from '../people/viewer'
import { changed, write } from '../write'
import { mayModerate } from './comment-policy'
import { CommentRefused } from './comment-refused'
import { pick } from './comment-state'
import type { Wanted } from './response-commands'

/** Marks a comment as an editors’ pick, or no longer. @throws {Refused} when the viewer may not */
export async function pickComment(viewer: Viewer, { id, isOn }: Wanted) {
  return write(async (tx) => {
    const row = await requireModerated(tx, viewer, id, 'pick comments')
    const wanted = isOn ?? row.pickedAt === null
    const isChanged = await pick(tx, viewer, id, wanted)
    if (isChanged) {
      const action = wanted ? 'comment.pick' : 'comment.unpick'
      await audit(tx, viewer, { action, subject: `comment:${id}`, detail: { revision: row.revision } })
    }
    return { articleId: row.articleId, isOn: wanted }
  })
}

/** Puts a question above the composer of an article, or takes it away with an empty one. */
export async function askQuestion(viewer: Viewer, articleId: number, question: string): Promise<void> {
  await write(async (tx) => {
    const [article] = await tx.select().from(articles).where(eq(articles.id, articleId))
    if (!article) throw new CommentRefused(409, 'The article is no longer there.')
    if (!mayModerate(viewer, article.sectionId)) throw new Refused(viewer, 'ask readers a question')
    const [known] = await tx.select().from(conversations).where(eq(conversations.articleId, articleId))
    if ((known?.question ?? '') === question) return
    await tx
      .insert(conversations)
      .values({ articleId, question })
      .onConflictDoUpdate({ target: conversations.articleId, set: { question } })
    await audit(tx, viewer, { action: 'comments.question', subject: `article:${articleId}`, detail: { question } })
    changed(`comments:${articleId}`)
  })
}

/** Whether the viewer moderates where a comment stands. */
export async function mayHide(viewer: Viewer, id: number): Promise<boolean> {
  const [row] = await database()
    .select({ sectionId: articles.sectionId })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(eq(comments.id, id))
  return row !== undefined && mayModerate(viewer, row.sectionId)
}

/** A comment in a section where the viewer moderates. @throws {Refused} when the viewer may not */
export async function requireModerated(tx: Transaction, viewer: Viewer, id: number, action: string) {
  const [row] = await tx
    .select({ comment: comments, sectionId: articles.sectionId })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(eq(comments.id, id))
  if (!row || !mayModerate(viewer, row.sectionId)) throw new Refused(viewer, action)
  return row.comment
}
