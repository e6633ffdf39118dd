import { createHash, randomBytes } from 'node:crypto'
import { eq, lt } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { commentDrafts, comments } from '@/db/schema/comments'
import { write } from '../write'

/** How long, in milliseconds, a text waits for whoever typed it to sign in. */
const KEPT_FOR = 86_400_000

/** The cookie that finds the text again. */
export const DRAFT_COOKIE = 'comment-draft'

export type Draft = { articleId: number; parentId: number | null; body: string }

/**
 * Keeps what somebody typed who is not signed in, until they are.
 *
 * @returns the secret that finds it, kept nowhere here; null when there is no such article
 */
export async function keepDraft({ articleId, parentId, body }: Draft): Promise<string | null> {
  const secret = randomBytes(24).toString('base64url')
  return write(async (tx) => {
    await tx.delete(commentDrafts).where(lt(commentDrafts.createdAt, new Date(Date.now() - KEPT_FOR)))
    const [article] = await tx.select({ id: articles.id }).from(articles).where(eq(articles.id, articleId))
    if (!article) return null
    const [parent] =
      parentId === null ? [] : await tx.select({ id: comments.id }).from(comments).where(eq(comments.id, parentId))
    await tx.insert(commentDrafts).values({ secretHash: hashOf(secret), articleId, parentId: parent?.id ?? null, body })
    return secret
  })
}

/** What was kept under a secret; null when it is none, or too old. */
export async function findDraft(secret: string): Promise<Draft | null> {
  const [row] = await database()
    .select()
    .from(commentDrafts)
    .where(eq(commentDrafts.secretHash, hashOf(secret)))
  if (!row || row.createdAt.getTime() + KEPT_FOR < Date.now()) return null
  const { articleId, parentId, body } = row
  return { articleId, parentId, body }
}

/** Forgets a text that was posted. */
export async function dropDraft(secret: string): Promise<void> {
  await write(async (tx) => {
    await tx.delete(commentDrafts).where(eq(commentDrafts.secretHash, hashOf(secret)))
  })
}

/** The value of `Set-Cookie` that keeps a draft’s secret, or with an empty one forgets it. */
export function draftCookie(secret: string, siteUrl: string): string {
  const age = secret ? KEPT_FOR / 1000 : 0
  const secure = siteUrl.startsWith('https:') ? '; Secure' : ''
  return `${DRAFT_COOKIE}=${secret}; Path=/comments; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
