import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles, articleTags, tags } from '@/db/schema/articles'
import { backfills } from '@/db/schema/fronts'
import { redirects } from '@/db/schema/site'
import { slugFrom } from '../articles/slug'
import { audit } from '../audit/audit-commands'
import { paths } from '../paths'
import { Refused, type Viewer } from '../people/viewer'
import { moveList } from '../site/redirect-commands'
import type { TagEntry } from '../site/topic-input'
import { changed, write } from '../write'
import { mayKeepTags, obstacleToTag } from './tag-policy'

/** What was asked of a tag cannot be done. */
export class TagRefused extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'TagRefused'
  }
}

type Tag = typeof tags.$inferSelect

/**
 * Changes a tag's name, address or description. An old address leads to the new one; articles that spelled the tag as it
 * was called spell it as it is called now.
 *
 * @throws {TagRefused} when another tag has the address: they can be merged; or when articles of other sections bear it
 */
export async function changeTag(viewer: Viewer, id: number, entry: TagEntry): Promise<void> {
  requireKeeper(viewer)
  await write(async (tx) => {
    const before = await findKept(tx, viewer, id)
    const [taken] = await tx
      .select({ name: tags.name })
      .from(tags)
      .where(and(eq(tags.slug, entry.slug), ne(tags.id, id)))
    if (taken) throw new TagRefused(`“${entry.slug}” is the address of #${taken.name}: merge the two instead.`)
    const changes = Object.entries(entry).filter(([name, value]) => before[name as keyof TagEntry] !== value)
    if (changes.length === 0) return
    await tx.update(tags).set(entry).where(eq(tags.id, id))
    if (before.name !== entry.name) {
      const isSpelledSo = and(eq(articleTags.tagId, id), eq(articleTags.spelling, before.name))
      await tx.update(articleTags).set({ spelling: entry.name }).where(isSpelledSo)
    }
    if (before.slug !== entry.slug) await leadOn(tx, before.slug, entry.slug)
    const detail = Object.fromEntries(changes.map(([name, to]) => [name, { from: before[name as keyof TagEntry], to }]))
    await audit(tx, viewer, { action: 'tag.change', subject: `tag:${id}`, detail })
    await tellOf(tx, [id], [before.slug, entry.slug])
  })
}

/**
 * Makes one tag of two: every article of the first bears the second, and the address of the first leads to it.
 *
 * @returns how many articles it was about
 * @throws {TagRefused} when one of them is not there, they are the same, or articles of other sections bear one of them
 */
export async function mergeTags(viewer: Viewer, from: number, into: number): Promise<number> {
  requireKeeper(viewer)
  if (from === into) throw new TagRefused('A tag cannot be merged with itself.')
  return write(async (tx) => {
    const [gone, kept] = [await findKept(tx, viewer, from), await findKept(tx, viewer, into)]
    const rows = await tx.select().from(articleTags).where(eq(articleTags.tagId, from))
    await tellOf(tx, [from, into], [gone.slug, kept.slug])
    for (const { articleId } of rows) await giveInstead(tx, articleId, from, kept)
    await tx.delete(tags).where(eq(tags.id, from))
    await leadOn(tx, gone.slug, kept.slug)
    const detail = { from: gone.name, into: kept.name, articles: rows.length }
    await audit(tx, viewer, { action: 'tag.merge', subject: `tag:${into}`, detail })
    return rows.length
  })
}

/** The slug that a spelling leads to: that of the tag which another was merged into, if it was. */
export async function tagSlugOf(tx: Transaction, spelling: string): Promise<string> {
  const slug = slugFrom(spelling)
  const [moved] = await tx
    .select({ target: redirects.target })
    .from(redirects)
    .where(eq(redirects.path, paths.tag(slug)))
  const target = moved && /^\/tag\/([^/]+)$/.exec(moved.target)?.[1]
  return target ? decodeURIComponent(target) : slug
}

/** An article has a tag once, and its tags keep their order without a gap. */
async function giveInstead(tx: Transaction, articleId: number, from: number, kept: Tag): Promise<void> {
  const before = await tx
    .select()
    .from(articleTags)
    .where(eq(articleTags.articleId, articleId))
    .orderBy(asc(articleTags.position))
  const hasBoth = before.some(({ tagId }) => tagId === kept.id)
  const after = before
    .filter(({ tagId }) => !(hasBoth && tagId === from))
    .map((row) => (row.tagId === from ? { ...row, tagId: kept.id, spelling: kept.name } : row))
  await tx.delete(articleTags).where(eq(articleTags.articleId, articleId))
  for (const [position, row] of after.entries()) await tx.insert(articleTags).values({ ...row, position })
}

async function leadOn(tx: Transaction, from: string, to: string): Promise<void> {
  await moveList(tx, paths.tag(from), paths.tag(to))
  await tx.update(backfills).set({ tag: to }).where(eq(backfills.tag, from))
}

/** Says what every page that shows one of the tags has read. */
async function tellOf(tx: Transaction, ids: number[], slugs: string[]): Promise<void> {
  const rows = await tx
    .selectDistinct({ id: articles.id })
    .from(articles)
    .innerJoin(articleTags, eq(articleTags.articleId, articles.id))
    .where(inArray(articleTags.tagId, ids))
  changed('tags', 'search', 'latest', 'articles')
  for (const slug of slugs) changed(`tag:${slug}`)
  for (const { id } of rows) changed(`article:${id}`)
}

async function findKept(tx: Transaction, viewer: Viewer, id: number): Promise<Tag> {
  const [tag] = await tx.select().from(tags).where(eq(tags.id, id))
  if (!tag) throw new TagRefused('There is no such tag any more.')
  const obstacle = await obstacleToTag(tx, viewer, tag)
  if (obstacle) throw new TagRefused(obstacle)
  return tag
}

function requireKeeper(viewer: Viewer): void {
  if (!mayKeepTags(viewer)) throw new Refused(viewer, 'change tags')
}
