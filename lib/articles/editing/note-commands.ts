import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '@/db/client'
import { articleNotes } from '@/db/schema/editing'
import { Refused, type Viewer } from '../../people/viewer'
import { write } from '../../write'
import { mayOpen } from '../article-policy'
import { findRow } from '../article-record'
import { standingOf } from '../authority'

export const noteSchema = z.object({
  quote: z.string().trim().max(500, { error: 'Quote at most 500 characters.' }).default(''),
  body: z
    .string({ error: 'Write what is to be said.' })
    .trim()
    .min(1, { error: 'Write what is to be said.' })
    .max(4000, { error: 'A note has at most 4,000 characters.' }),
})

/** Leaves a note on an article. Whoever may open it may. @throws {Refused} */
export async function addNote(viewer: Viewer, articleId: number, note: z.input<typeof noteSchema>): Promise<void> {
  const { quote, body } = noteSchema.parse(note)
  await write(async (tx) => {
    await requireOpen(tx, viewer, articleId)
    await tx.insert(articleNotes).values({ articleId, quote, body, personId: viewer.personId })
  })
}

/** Says that a note is dealt with, or that it is not. Doing it again changes nothing. @throws {Refused} */
export async function settleNote(
  viewer: Viewer,
  articleId: number,
  noteId: number,
  isResolved: boolean,
): Promise<void> {
  await write(async (tx) => {
    await requireOpen(tx, viewer, articleId)
    const settled = isResolved
      ? { resolvedAt: new Date(), resolvedBy: viewer.personId }
      : { resolvedAt: null, resolvedBy: null }
    await tx
      .update(articleNotes)
      .set(settled)
      .where(and(eq(articleNotes.id, noteId), eq(articleNotes.articleId, articleId)))
  })
}

async function requireOpen(tx: Transaction, viewer: Viewer, articleId: number): Promise<void> {
  const row = await findRow(tx, articleId)
  if (!mayOpen(viewer, await standingOf(tx, viewer, row))) throw new Refused(viewer, `note on article ${articleId}`)
}
