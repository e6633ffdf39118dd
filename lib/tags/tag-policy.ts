import { and, asc, eq, notInArray } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles, articleTags, sections } from '@/db/schema/articles'
import { mayPublish } from '../articles/article-policy'
import type { Viewer } from '../people/viewer'

/** May rename, describe and merge tags, as far as their role goes. Who bears a tag has a say too: see `obstacleToTag`. */
export function mayKeepTags(viewer: Viewer): boolean {
  return mayPublish(viewer)
}

/** How many sections a reason names. */
const NAMED = 3

/**
 * Why a keeper of tags may not rename, describe or merge this one, in words: it changes every article that bears it, in
 * the bin and out of it, so whoever is limited to sections keeps the tags that are borne there alone.
 *
 * @returns null when they may
 */
export async function obstacleToTag(
  tx: Transaction,
  viewer: Viewer,
  { id, name }: { id: number; name: string },
): Promise<string | null> {
  if (viewer.role === 'admin' || viewer.sections === null) return null
  const beyond = await tx
    .selectDistinct({ name: sections.name, position: sections.position })
    .from(articleTags)
    .innerJoin(articles, eq(articles.id, articleTags.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(and(eq(articleTags.tagId, id), notInArray(sections.id, [...viewer.sections])))
    .orderBy(asc(sections.position))
  if (beyond.length === 0) return null
  const names = beyond.map((section) => section.name)
  const rest = names.length - NAMED
  const shown = rest > 1 ? [...names.slice(0, NAMED), `${rest} more sections`] : names
  const places = new Intl.ListFormat('en-GB').format(shown)
  return `Articles in ${places} bear #${name}, where you do not work: an editor of every section can change it.`
}
