import { createHmac, timingSafeEqual } from 'node:crypto'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { people } from '@/db/schema/people'
import { previewLinks } from '@/db/schema/publishing'
import { audit } from '../audit/audit-commands'
import type { Viewer } from '../people/viewer'
import { write } from '../write'
import { openArticle } from './editing/desk-content'

/** For how many days a link may hold. */
export const PREVIEW_DAYS = [1, 7, 30] as const

const DAY = 86_400_000

export type PreviewLink = {
  id: number
  key: string
  note: string
  by: string
  createdAt: Date
  expiresAt: Date
}

/**
 * Makes an address under which an article can be seen before it is out.
 *
 * @throws {ArticleNotFound} @throws {Refused} when the viewer may not look at it
 */
export async function createPreviewLink(
  viewer: Viewer,
  articleId: number,
  { days, note }: { days: (typeof PREVIEW_DAYS)[number]; note: string },
): Promise<string> {
  await openArticle(viewer, articleId)
  return write(async (tx) => {
    const expiresAt = new Date(Date.now() + days * DAY)
    const [row] = await tx
      .insert(previewLinks)
      .values({ articleId, note, personId: viewer.personId, expiresAt })
      .returning({ id: previewLinks.id })
    const { id } = row as { id: number }
    await audit(tx, viewer, {
      action: 'article.preview',
      subject: `article:${articleId}`,
      detail: { link: id, note, expiresAt },
    })
    return keyOf(id)
  })
}

/** Takes a link back: from then on it leads nowhere. Doing it again changes nothing. @throws {Refused} */
export async function revokePreviewLink(viewer: Viewer, articleId: number, id: number): Promise<void> {
  await openArticle(viewer, articleId)
  await write(async (tx) => {
    const isOpen = and(eq(previewLinks.id, id), eq(previewLinks.articleId, articleId), isNull(previewLinks.revokedAt))
    const revoked = await tx.update(previewLinks).set({ revokedAt: new Date() }).where(isOpen).returning()
    if (revoked.length === 0) return
    await audit(tx, viewer, { action: 'article.preview-end', subject: `article:${articleId}`, detail: { link: id } })
  })
}

/** The links of an article that still hold, the newest first. @throws {Refused} */
export async function listPreviewLinks(viewer: Viewer, articleId: number): Promise<PreviewLink[]> {
  await openArticle(viewer, articleId)
  const rows = await database()
    .select({ link: previewLinks, by: people.name })
    .from(previewLinks)
    .leftJoin(people, eq(people.id, previewLinks.personId))
    .where(and(eq(previewLinks.articleId, articleId), holds()))
    .orderBy(desc(previewLinks.id))
  return rows.map(({ link: { id, note, createdAt, expiresAt }, by }) => ({
    ...{ id, key: keyOf(id), note, by: by ?? 'the house', createdAt, expiresAt },
  }))
}

/** The article that a key opens; null for one that was made up, has run out or was taken back. */
export async function articleOfKey(key: string): Promise<number | null> {
  const id = idOf(key)
  if (id === null) return null
  const [row] = await database()
    .select({ articleId: previewLinks.articleId })
    .from(previewLinks)
    .where(and(eq(previewLinks.id, id), holds()))
  return row?.articleId ?? null
}

function holds() {
  return and(isNull(previewLinks.revokedAt), gt(previewLinks.expiresAt, new Date()))
}

/** The number of a link, in letters that an address may be written in small, and what only this installation can have written beside it. */
function keyOf(id: number): string {
  return `${id.toString(36)}-${signatureOf(id)}`
}

function idOf(key: string): number | null {
  const [, number, signature] = /^([0-9a-z]{1,10})-([0-9a-f]{64})$/.exec(key) ?? []
  if (!number || !signature) return null
  const id = Number.parseInt(number, 36)
  return timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(id))) ? id : null
}

function signatureOf(id: number): string {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set: the server sets it when it starts.')
  return createHmac('sha256', secret).update(`preview ${id}`).digest('hex')
}
