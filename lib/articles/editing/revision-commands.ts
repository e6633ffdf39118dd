import { and, eq } from 'drizzle-orm'
import { revisions } from '@/db/schema/articles'
import type { Viewer } from '../../people/viewer'
import { write } from '../../write'
import { recordAudit } from '../article-record'
import { findSection } from '../article-text'
import { findMovable, requireSection } from '../authority'
import { isSame } from '../merge/sameness'
import { keepText } from '../working-copy'
import { requireUnlocked } from './article-lock'
import { contentAt, currentContent } from './desk-content'
import { BaseNotFound } from './save-article'

/**
 * Puts back what the desk's text said at a revision, as a new revision: nothing that came after is lost. Of a live article
 * readers see nothing of it until it is published.
 *
 * @throws {Refused} when the viewer may not write in it
 * @throws {ArticleLocked}
 * @throws {BaseNotFound} when there is no such revision
 */
export async function restoreRevision(viewer: Viewer, articleId: number, number: number): Promise<void> {
  await write(async (tx) => {
    const row = await findMovable(tx, viewer, articleId, 'write')
    await requireUnlocked(tx, viewer, articleId)
    const earlier = await contentAt(tx, articleId, number)
    if (!earlier) throw new BaseNotFound(articleId, number)
    // Where it stands is not put back: its address is readers', not the text's.
    const { content: now } = await currentContent(tx, row)
    const content = { ...earlier.content, slug: now.slug }
    if (isSame(content, now)) return
    requireSection(viewer, await findSection(tx, content.section))
    await keepText(tx, viewer, row, content, `restored ${number}`)
    await recordAudit(tx, viewer, 'article.restore-revision', `article:${articleId}`, { revision: number })
  })
}

/** Marks a revision as one to keep, or takes the mark off. */
export async function markRevision(viewer: Viewer, articleId: number, number: number, isKept: boolean): Promise<void> {
  await write(async (tx) => {
    await findMovable(tx, viewer, articleId, 'write')
    const mark = isKept ? { keptAt: new Date(), keptBy: viewer.personId } : { keptAt: null, keptBy: null }
    await tx
      .update(revisions)
      .set(mark)
      .where(and(eq(revisions.articleId, articleId), eq(revisions.number, number)))
    await recordAudit(tx, viewer, 'article.keep-revision', `article:${articleId}`, { revision: number, isKept })
  })
}
