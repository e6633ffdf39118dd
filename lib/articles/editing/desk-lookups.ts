import { and, asc, eq, exists, inArray, like, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { database } from '@/db/client'
import { articles, articleTags, sections, tags } from '@/db/schema/articles'
import { media } from '@/db/schema/media'
import { authors } from '@/db/schema/people'
import { findByWords } from '../../media/media-search-sql'
import { mayInSection } from '../../people/person-policy'
import { Refused, type Viewer } from '../../people/viewer'
import type { SectionLink } from '../article'
import { isPublic, mayWrite } from '../article-policy'
import { slugFrom } from '../slug'

/** What whoever writes may choose from. */

/** Names that are offered at once. */
const MOST_NAMES = 8

export type DeskSection = { slug: string; name: string; kind: SectionLink['kind'] }
export type DeskPicture = {
  id: number
  name: string
  alt: string
  caption: string
  credit: string
  width: number
  height: number
  isDecorative: boolean
}

/** The sections that the viewer may put an article into. */
export async function sectionsFor(viewer: Viewer): Promise<DeskSection[]> {
  const rows = await database().select().from(sections).orderBy(asc(sections.position), asc(sections.id))
  return rows.filter(({ id }) => mayInSection(viewer, id)).map(({ slug, name, kind }) => ({ slug, name, kind }))
}

/** Everybody who an article was ever by, by name. */
export async function authorNames(viewer: Viewer): Promise<string[]> {
  requireWriter(viewer)
  const rows = await database().select({ name: authors.name }).from(authors).orderBy(asc(authors.name)).limit(2000)
  return rows.map(({ name }) => name)
}

/** Who is known whose name has a word that begins so, by name. */
export async function findAuthorNames(viewer: Viewer, words: string): Promise<string[]> {
  requireWriter(viewer)
  const rows = await database()
    .select({ name: authors.name })
    .from(authors)
    .where(beginsAWord(authors.handle, slugFrom(words)))
    .orderBy(asc(authors.name))
    .limit(MOST_NAMES)
  return rows.map(({ name }) => name)
}

/** The tags of what readers can read that have a word that begins so, the shortest first. */
export async function findTagNames(viewer: Viewer, words: string): Promise<string[]> {
  requireWriter(viewer)
  const isRead = exists(
    database()
      .select({ one: sql`1` })
      .from(articleTags)
      .innerJoin(articles, eq(articles.id, articleTags.articleId))
      .where(and(eq(articleTags.tagId, tags.id), isPublic(new Date()))),
  )
  const rows = await database()
    .select({ name: tags.name })
    .from(tags)
    .where(and(beginsAWord(tags.slug, slugFrom(words)), isRead))
    .orderBy(asc(sql`length(${tags.slug})`), asc(tags.name))
    .limit(MOST_NAMES)
  return rows.map(({ name }) => name)
}

/** Slugs are written without signs, so that no letter of theirs is one of a pattern. */
function beginsAWord(slug: SQLiteColumn, start: string): SQL {
  return start === '' ? sql`false` : (or(like(slug, `${start}%`), like(slug, `%-${start}%`)) as SQL)
}

/** The newest pictures with these words in their name, alt, caption or credit; or the one of a number, such as `#12`. */
export async function findPictures(viewer: Viewer, words: string): Promise<DeskPicture[]> {
  const [, number] = /^#(\d{1,15})$/.exec(words.trim()) ?? []
  if (number) return picturesOf(viewer, [Number(number)])
  requireWriter(viewer)
  const rows = await findByWords(words, 24)
  return rows.map(described)
}

/** Pictures by their ids. */
export async function picturesOf(viewer: Viewer, ids: number[]): Promise<DeskPicture[]> {
  requireWriter(viewer)
  if (ids.length === 0) return []
  const rows = await database().select().from(media).where(inArray(media.id, ids))
  return rows.map(described)
}

function requireWriter(viewer: Viewer): void {
  if (!mayWrite(viewer)) throw new Refused(viewer, 'look into what is not published')
}

function described(row: typeof media.$inferSelect): DeskPicture {
  const { id, name, alt, caption, credit, width, height, decorative } = row
  return { id, name, alt, caption, credit, width, height, isDecorative: decorative }
}
