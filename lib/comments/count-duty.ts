import { and, inArray, ne } from 'drizzle-orm'
import { database } from '@/db/client'
import { conversations } from '@/db/schema/comments'
import { changed, write } from '../write'

/** How often cards are told, in milliseconds: a lively conversation must not cost the front page its place every second. */
const EVERY = 30_000

/** Tells the cards of articles how many comments there are, where that changed. */
export function tellCounts(): { name: string; run: () => Promise<void> } {
  let lookedAt = 0
  const run = async () => {
    if (Date.now() - lookedAt < EVERY) return
    lookedAt = Date.now()
    await tellChangedCounts()
  }
  return { name: 'tell cards of comments', run }
}

export async function tellChangedCounts(): Promise<void> {
  const isStale = ne(conversations.told, conversations.comments)
  const stale = await database().select({ id: conversations.articleId }).from(conversations).where(isStale)
  if (stale.length === 0) return
  const ids = stale.map(({ id }) => id)
  await write(async (tx) => {
    await tx
      .update(conversations)
      .set({ told: conversations.comments })
      .where(and(inArray(conversations.articleId, ids), isStale))
    changed(...ids.map((id) => `comment-count:${id}` as const))
  })
}
