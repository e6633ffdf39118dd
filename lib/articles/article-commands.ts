import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles, oldSlugs, sections } from '@/db/schema/articles'
import { Refused, type Viewer } from '../people/viewer'
import { recordPings } from '../pings/ping-record'
import { indexArticle } from '../search/search-index'
import { type ChangeKey, changed, write } from '../write'
import type { ArticleBody } from './article-body'
import { type ArticleDraft, type ArticleInput, articleInputSchema } from './article-input'
import { mayPublish, mayWrite } from './article-policy'
import {
  type ArticleRow,
  findRow,
  freeSlug,
  placesOf,
  recordAudit,
  recordRevision,
  replaceBylines,
  replaceMedia,
  replacePicked,
  replaceTags,
} from './article-record'
import { countWords } from './reading-time'
import { refreshRelated, sign } from './related-commands'

/** A section was named that there is none of. */
export class SectionNotFound extends Error {
  constructor(slug: string) {
    super(`There is no section “${slug}”.`)
    this.name = 'SectionNotFound'
  }
}

/**
 * Makes a draft.
 *
 * @returns the new article's id and where it will be found
 * @throws {Refused} when the viewer may not write
 * @throws {SectionNotFound} when its section does not exist
 */
export async function createArticle(viewer: Viewer, draft: ArticleDraft): Promise<{ id: number; slug: string }> {
  if (!mayWrite(viewer)) throw new Refused(viewer, 'write articles')
  const input = articleInputSchema.parse(draft)
  return write((tx) => insertArticle(tx, viewer, input))
}

/** The same inside an open transaction, for commands that do more in one. The caller has checked who asks. */
export async function insertArticle(
  tx: Transaction,
  viewer: Viewer,
  input: ArticleInput,
): Promise<{ id: number; slug: string }> {
  const sectionId = await findSection(tx, input.section)
  const slug = await freeSlug(tx, input.slug ?? input.headline, null)
  const [made] = await tx
    .insert(articles)
    .values({ ...textOf(input), sectionId, slug, savedAt: new Date() })
    .returning()
  const row = made as ArticleRow
  await attach(tx, row, input)
  await recordRevision(tx, viewer, row, 'created')
  await recordAudit(tx, viewer, 'article.create', `article:${row.id}`, { headline: row.headline })
  changed(...(await placesOf(tx, row.id)))
  return { id: row.id, slug }
}

/**
 * Saves an article anew, whole. A published one changes before its readers' eyes; its old address leads to the new one.
 *
 * @param update when readers are to be told of a substantive update
 * @throws {Refused} when the viewer may not
 */
export async function rewriteArticle(
  viewer: Viewer,
  id: number,
  draft: ArticleDraft,
  { update = false }: { update?: boolean } = {},
): Promise<void> {
  if (!mayPublish(viewer)) throw new Refused(viewer, `change article ${id}`)
  const input = articleInputSchema.parse(draft)
  await write(async (tx) => {
    const before = await findRow(tx, id)
    const placesBefore = await placesOf(tx, id)
    const sectionId = await findSection(tx, input.section)
    const slug = input.slug === null ? before.slug : await freeSlug(tx, input.slug, id)
    await retireSlug(tx, before, slug)
    const savedAt = new Date()
    const [saved] = await tx
      .update(articles)
      .set({
        ...textOf(input),
        sectionId,
        slug,
        savedAt,
        revision: before.revision + 1,
        ...(update && { updatedAt: savedAt }),
      })
      .where(eq(articles.id, id))
      .returning()
    const row = saved as ArticleRow
    await attach(tx, row, input)
    await recordRevision(tx, viewer, row, update ? 'update' : 'minor')
    await recordAudit(tx, viewer, 'article.rewrite', `article:${id}`, { update })
    const places = await placesOf(tx, id)
    changed(`article:${id}`, 'articles', ...movedKeys(placesBefore, places))
    await recordPings(tx, [before, row], [...placesBefore, ...places])
    await refreshRelated(tx, id)
    await indexArticle(tx, id)
  })
}

/** Old addresses keep leading to the article; one that it takes back is its own again. */
async function retireSlug(tx: Transaction, before: ArticleRow, slug: string): Promise<void> {
  await tx.delete(oldSlugs).where(eq(oldSlugs.slug, slug))
  if (before.slug === slug || before.publishedAt === null) return
  await tx.insert(oldSlugs).values({ slug: before.slug, articleId: before.id }).onConflictDoNothing()
}

async function attach(tx: Transaction, row: ArticleRow, input: ArticleInput): Promise<void> {
  await replaceBylines(tx, row.id, input.bylines)
  await replaceTags(tx, row.id, input.tags)
  await replaceMedia(tx, row.id, input.body, row.leadImageId)
  await replacePicked(tx, row.id, input.related)
  await sign(tx, row)
  changed(`related:${row.id}`)
}

/**
 * A list it was in and still is in does not change by a new headline; one it left or joined does, and with a tag or an
 * author the list of those.
 */
function movedKeys(before: ChangeKey[], after: ChangeKey[]): ChangeKey[] {
  const moved = [...before.filter((key) => !after.includes(key)), ...after.filter((key) => !before.includes(key))]
  if (moved.some((key) => key.startsWith('tag:'))) moved.push('tags')
  if (moved.some((key) => key.startsWith('author:'))) moved.push('authors')
  return moved
}

function textOf(input: ArticleInput) {
  const { kind, headline, standfirst, kicker, dateline, contributors, keyPoints, language, direction, comments } = input
  const { leadImage } = input
  const body: ArticleBody = input.body
  return {
    ...{ kind, headline, standfirst, kicker, dateline, contributors, keyPoints, language, direction, comments, body },
    words: countWords(body, language),
    leadImageId: leadImage?.media ?? null,
    leadImageAlt: leadImage?.alt ?? '',
    leadImageCaption: leadImage?.caption ?? '',
    leadImageCredit: leadImage?.credit ?? '',
  }
}

async function findSection(tx: Transaction, slug: string): Promise<number> {
  const [row] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.slug, slug))
  if (!row) throw new SectionNotFound(slug)
  return row.id
}
