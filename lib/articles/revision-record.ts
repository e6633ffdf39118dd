import { desc, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { revisions } from '@/db/schema/articles'
import type { Viewer } from '../people/viewer'
import type { ArticleInput } from './article-input'
import type { ArticleRow } from './article-record'
import { textOf } from './article-text'
import { contentHashOf, linkHash } from './revision-chain'

/**
 * Adds a revision: everything the desk's text of the article says now, bound to the revision before by a hash over both,
 * so that a silent change of an old one shows.
 *
 * @param row the article after the save
 * @param reason what the save was for, such as `autosave` or `published`
 * @param text what was saved, where that is not what the article's own row says: a working copy
 */
export async function recordRevision(
  tx: Transaction,
  viewer: Viewer,
  row: ArticleRow,
  reason: string,
  text?: ArticleInput,
): Promise<void> {
  const [previous] = await tx
    .select({ hash: revisions.hash })
    .from(revisions)
    .where(eq(revisions.articleId, row.id))
    .orderBy(desc(revisions.number))
    .limit(1)
  const content = { ...(text ?? (await textOf(tx, row))), state: row.state }
  const link = { number: row.revision, previousHash: previous?.hash ?? '', at: row.savedAt, kind: reason, note: '' }
  await tx.insert(revisions).values({
    articleId: row.id,
    number: row.revision,
    personId: viewer.personId,
    reason,
    content,
    previousHash: link.previousHash,
    hash: linkHash({ ...link, contentHash: contentHashOf(content) }),
    savedAt: row.savedAt,
  })
}
