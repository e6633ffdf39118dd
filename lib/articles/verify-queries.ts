import { createHash } from 'node:crypto'
import { asc, eq, gt } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, revisions } from '@/db/schema/articles'
import { versions } from '@/db/schema/publishing'
import type { ArticleRow } from './article-record'
import { textOf } from './article-text'
import { FLAWS } from './change-export'
import { canonicalJson, contentHashOf, findFlaw } from './revision-chain'
import { type VersionContent, versionOf } from './version'

export type Verification = {
  articles: number
  versions: number
  revisions: number
  flaws: { articleId: number; words: string }[]
}

/** How many articles are looked at before the next are read. */
const BATCH = 100

/**
 * Verifies every chain of the newsroom, an article at a time. For the operator, who may read everything.
 *
 * @returns how much was looked at, and everything that does not hold
 */
export async function verifyNewsroom(): Promise<Verification> {
  const found: Verification = { articles: 0, versions: 0, revisions: 0, flaws: [] }
  for (let last = 0; ; ) {
    const rows = await database().select().from(articles).where(gt(articles.id, last)).orderBy(articles.id).limit(BATCH)
    for (const row of rows) await verifyArticle(row, found)
    if (rows.length < BATCH) return found
    last = rows.at(-1)?.id ?? last
  }
}

async function verifyArticle(row: ArticleRow, found: Verification): Promise<void> {
  found.articles += 1
  const complain = (words: string) => found.flaws.push({ articleId: row.id, words })
  const kept = await database()
    .select()
    .from(versions)
    .where(eq(versions.articleId, row.id))
    .orderBy(asc(versions.number))
  found.versions += kept.length
  const flaw = findFlaw(kept)
  if (flaw) complain(`version ${flaw.number}: ${FLAWS[flaw.flaw]}`)
  const last = kept.at(-1)
  if (
    last &&
    row.state === 'published' &&
    !isSame(last.content as VersionContent, versionOf(await textOf(database(), row)))
  )
    complain('what readers get is not what was recorded last')
  await verifyRevisions(row, found, complain)
}

async function verifyRevisions(row: ArticleRow, found: Verification, complain: (words: string) => void) {
  const kept = await database()
    .select()
    .from(revisions)
    .where(eq(revisions.articleId, row.id))
    .orderBy(asc(revisions.number))
  found.revisions += kept.length
  let before = ''
  for (const revision of kept) {
    const { number, previousHash, content, savedAt, reason, hash } = revision
    const link = { number, previousHash, at: savedAt, kind: reason, note: '', hash }
    const flaw = isOlder(content)
      ? olderHash(revision) !== hash
      : findFlaw([{ ...link, contentHash: contentHashOf(content) }]) !== null
    if (flaw || previousHash !== before) {
      complain(`revision ${number} is not what was recorded`)
      return
    }
    before = hash
  }
}

/** Authors may have got another name since; who they are is not kept in the words of an article. */
function isSame(recorded: VersionContent, present: VersionContent): boolean {
  const words = ({ bylines: _, ...rest }: VersionContent) => canonicalJson(rest)
  return words(recorded) === words(present)
}

/** Revisions used to hold an article's row, and their hashes were made in another way. */
function isOlder(content: Record<string, unknown>): boolean {
  return 'sectionId' in content
}

function olderHash({ number, previousHash, content, savedAt, reason }: typeof revisions.$inferSelect): string {
  const text = JSON.stringify(content, Object.keys(content).sort())
  return createHash('sha256')
    .update(
      [previousHash, String(number), savedAt.toISOString(), reason, text, JSON.stringify(content.body)].join('\n'),
    )
    .digest('hex')
}
