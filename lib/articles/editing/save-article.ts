import { and, eq, inArray, lt } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { revisions } from '@/db/schema/articles'
import { articleSaves } from '@/db/schema/editing'
import { media } from '@/db/schema/media'
import { people } from '@/db/schema/people'
import type { Viewer } from '../../people/viewer'
import { write } from '../../write'
import type { ArticleRow } from '../article-record'
import { findSection } from '../article-text'
import { findMovable, requireSection } from '../authority'
import { mediaIn } from '../body-text'
import { adoptIds } from '../merge/block-ids'
import { type ArticleContent, type Clash, type Merged, mergeContent } from '../merge/merge-content'
import { isSame } from '../merge/sameness'
import { slugFrom } from '../slug'
import { keepText } from '../working-copy'
import { requireUnlocked } from './article-lock'
import { contentAt, currentContent } from './desk-content'
import { isAsTyped, type SaveInput, saveSchema, wholeContent } from './save-input'

export type Saved = {
  outcome: 'saved'
  revision: number
  savedAt: Date
  /** What the article says now, where that is not what was sent: it was merged with what others had saved, or cleaned. */
  content: ArticleContent | null
}

/** Nothing was saved: this and what others have saved cannot both stand, and somebody is to decide. */
export type Clashed = {
  outcome: 'clash'
  revision: number
  /** Both sides merged, but for the clashes, which stand in it as the others have them. */
  content: ArticleContent
  /** What is saved. */
  theirs: ArticleContent
  clashes: Clash[]
  /** Who saved last. */
  by: string | null
}

/** A save was made from a revision that there is none of. */
export class BaseNotFound extends Error {
  constructor(id: number, base: number) {
    super(`Article ${id} has no revision ${base}. Open the article again.`)
    this.name = 'BaseNotFound'
  }
}

/** A picture was named that the newsroom has none of. */
export class PictureNotFound extends Error {
  constructor(id: number) {
    super(`There is no picture ${id}. Choose it again.`)
    this.name = 'PictureNotFound'
  }
}

/** How long a device may take to send a save again, in milliseconds. */
const REMEMBERED = 14 * 86_400_000

/**
 * Saves what somebody wrote, as one transaction. A save on an old base is merged with what was saved since; where both
 * cannot stand, nothing is saved and both sides come back. The same save sent again is answered as it was the first time.
 *
 * @throws {Refused} when the viewer may not write in it, or not in the section that they put it into
 * @throws {WrongState} when it lies in the bin
 * @throws {ArticleLocked} when somebody holds it
 * @throws {BaseNotFound}
 * @throws {PatchRefused} when the patch of the body does not fit its base
 * @throws {PictureNotFound}
 * @throws {SectionNotFound}
 * @throws ZodError when the content is none
 */
export async function saveArticle(viewer: Viewer, articleId: number, input: SaveInput): Promise<Saved | Clashed> {
  const parsed = saveSchema.safeParse(input)
  if (!parsed.success) {
    // Whoever may not write here is told that, and not how it would be written.
    await findMovable(database(), viewer, articleId, 'write')
    throw parsed.error
  }
  const save = parsed.data
  const mustShow = !isAsTyped(input, save.content)
  return write(async (tx) => {
    const row = await findMovable(tx, viewer, articleId, 'write')
    const base = await contentAt(tx, articleId, save.baseRevision)
    if (!base) throw new BaseNotFound(articleId, save.baseRevision)
    const sent = wholeContent(save.content, base.content)
    const done = await findSave(tx, viewer, articleId, save.saveId)
    if (done !== null) return answerAgain(tx, articleId, done, mustShow ? null : sent)
    await requireUnlocked(tx, viewer, articleId)
    const { content: current } = await currentContent(tx, row)
    const mine = withSlug({ ...sent, body: adoptIds(base.content.body, sent.body) }, row)
    const { content, clashes } = merge(base.content, current, mine, row)
    if (clashes.length > 0)
      return { outcome: 'clash', revision: row.revision, content, theirs: current, clashes, by: await saverOf(tx, row) }
    const kept = isSame(content, current) ? row : await keep(tx, viewer, row, content, save.reason)
    await rememberSave(tx, viewer, articleId, save.saveId, kept.revision)
    return answer((await currentContent(tx, kept)).content, kept.revision, kept.savedAt, mustShow ? null : sent)
  })
}

/** A slug that was left empty follows the headline until readers have seen it. */
function withSlug(content: ArticleContent, row: ArticleRow): ArticleContent {
  if (content.slug) return content
  const slug = row.publishedAt === null ? slugFrom(content.headline) || row.slug : row.slug
  return { ...content, slug }
}

function merge(base: ArticleContent, current: ArticleContent, mine: ArticleContent, row: ArticleRow): Merged {
  const merged = mergeContent(base, current, mine)
  // Until somebody may have seen the address, nobody need decide about it.
  if (row.publishedAt !== null) return merged
  return { ...merged, clashes: merged.clashes.filter((clash) => clash.is !== 'field' || clash.field !== 'slug') }
}

async function keep(tx: Transaction, viewer: Viewer, row: ArticleRow, content: ArticleContent, reason: string) {
  requireSection(viewer, await findSection(tx, content.section))
  await requirePictures(tx, content)
  return keepText(tx, viewer, row, content, reason)
}

async function requirePictures(tx: Transaction, content: ArticleContent): Promise<void> {
  const wanted = [...mediaIn(content.body), ...(content.leadImage ? [content.leadImage.media] : [])]
  if (wanted.length === 0) return
  const rows = await tx.select({ id: media.id }).from(media).where(inArray(media.id, wanted))
  const known = new Set(rows.map(({ id }) => id))
  const missing = wanted.find((id) => !known.has(id))
  if (missing !== undefined) throw new PictureNotFound(missing)
}

async function findSave(tx: Transaction, viewer: Viewer, articleId: number, saveId: string): Promise<number | null> {
  const [found] = await tx.select().from(articleSaves).where(eq(articleSaves.id, saveId))
  // Another person's id, or another article's, is somebody guessing: it counts as not known.
  if (!found || found.articleId !== articleId || found.personId !== viewer.personId) return null
  return found.revision
}

async function rememberSave(tx: Transaction, viewer: Viewer, articleId: number, id: string, revision: number) {
  await tx.delete(articleSaves).where(lt(articleSaves.at, new Date(Date.now() - REMEMBERED)))
  await tx.insert(articleSaves).values({ id, articleId, personId: viewer.personId, revision }).onConflictDoNothing()
}

/** What was answered to a save the first time, whatever was saved since. */
async function answerAgain(tx: Transaction, articleId: number, revision: number, sent: Typed): Promise<Saved> {
  const found = await contentAt(tx, articleId, revision)
  if (!found) throw new BaseNotFound(articleId, revision)
  return answer(found.content, revision, found.savedAt, sent)
}

/** What whoever saves has before them; null when that was cleaned, so that they are shown what is kept. */
type Typed = ArticleContent | null

function answer(content: ArticleContent, revision: number, savedAt: Date, sent: Typed): Saved {
  const ids = ({ body }: ArticleContent) => body.content.map((block) => block.attrs?.id ?? '').join()
  const isAsSent = sent !== null && isSame(content, sent) && ids(content) === ids(sent)
  return { outcome: 'saved', revision, savedAt, content: isAsSent ? null : content }
}

async function saverOf(tx: Transaction, row: ArticleRow): Promise<string | null> {
  const [last] = await tx
    .select({ name: people.name })
    .from(revisions)
    .innerJoin(people, eq(people.id, revisions.personId))
    .where(and(eq(revisions.articleId, row.id), eq(revisions.number, row.revision)))
  return last?.name ?? null
}
