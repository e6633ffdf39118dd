import { asc, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articleTags, tags } from '@/db/schema/articles'
import { type ListPage, listPage } from '../list-page'
import { Refused, type Viewer } from '../people/viewer'
import { mayKeepTags, obstacleToTag } from './tag-policy'

/** A tag as the newsroom sees it, with drafts counted. */
export type DeskTag = { id: number; slug: string; name: string; description: string; articles: number }

const TAGS_A_PAGE = 50

/** A page of the tags whose name or address contains a text, the most used first. @throws {Refused} */
export async function searchTags(viewer: Viewer, text: string, page: number): Promise<ListPage<DeskTag>> {
  if (!mayKeepTags(viewer)) throw new Refused(viewer, 'see every tag')
  const like = `%${text
    .trim()
    .replace(/^#/, '')
    .slice(0, 100)
    .replaceAll(/[\\%_]/g, '\\$&')}%`
  const where = sql`(${tags.name} like ${like} escape '\\' or ${tags.slug} like ${like} escape '\\')`
  return listPage(
    page,
    async () => (await database().select({ total: count() }).from(tags).where(where))[0]?.total ?? 0,
    ({ limit, offset }) => find(where, limit, offset),
    TAGS_A_PAGE,
  )
}

/** One tag, and why this viewer may not change it, if they may not; null when there is none. @throws {Refused} */
export async function getDeskTag(
  viewer: Viewer,
  id: number,
): Promise<{ tag: DeskTag; obstacle: string | null } | null> {
  if (!mayKeepTags(viewer)) throw new Refused(viewer, 'see every tag')
  const [tag] = await find(eq(tags.id, id), 1, 0)
  return tag ? { tag, obstacle: await obstacleToTag(database(), viewer, tag) } : null
}

/** The id of the tag with this name or address, as it is typed; null when there is none. */
export async function findTagId(viewer: Viewer, typed: string): Promise<number | null> {
  if (!mayKeepTags(viewer)) throw new Refused(viewer, 'see every tag')
  const text = typed.trim().replace(/^#/, '').slice(0, 100)
  const isIt = sql`(${tags.slug} = ${text} or ${tags.name} = ${text} collate nocase)`
  const [row] = await database().select({ id: tags.id }).from(tags).where(isIt).orderBy(asc(tags.id)).limit(1)
  return row?.id ?? null
}

async function find(where: SQL, limit: number, offset: number): Promise<DeskTag[]> {
  const { id, slug, name, description } = tags
  const used = count(articleTags.articleId)
  return database()
    .select({ id, slug, name, description, articles: used })
    .from(tags)
    .leftJoin(articleTags, eq(articleTags.tagId, id))
    .where(where)
    .groupBy(id)
    .orderBy(desc(used), asc(name))
    .limit(limit)
    .offset(offset)
}
