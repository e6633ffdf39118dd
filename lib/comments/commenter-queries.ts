import { and, count, desc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { authors, people } from '@/db/schema/people'
import { isPublic } from '../articles/article-policy'
import { type ListPage, listPage } from '../list-page'
import { findShown } from '../people/portrait-queries'
import { expiresAt, oncePerRendering, reads } from '../serving/render-scope'

/** Somebody who comments, as everyone may know them. */
export type Commenter = {
  id: number
  name: string
  bio: string
  portrait: string | null
  joinedAt: Date
  /** Where they write for the paper; null for readers. */
  author: { handle: string; title: string } | null
  /** What they said, where everyone can read it; null when they do not have it listed. */
  said: ListPage<SaidComment> | null
}

export type SaidComment = {
  id: number
  body: string
  createdAt: Date
  editedAt: Date | null
  likes: number
  article: { headline: string; slug: string; section: { slug: string } }
}

/** An article may come or go by the clock, in milliseconds. */
const TRUE_FOR = 60_000

/**
 * Somebody's page; null when they have none. They have one as long as something that they said can be read by everyone,
 * so that nobody learns here who has an account and only reads; whoever is banned has none.
 */
export const getCommenter = oncePerRendering(async (id: number, page: number): Promise<Commenter | null> => {
  reads(`person:${id}`, `commenter:${id}`)
  expiresAt(new Date(Date.now() + TRUE_FOR))
  const found = await findCommenter(id)
  if (!found) return null
  const { person, total } = found
  const { name, bio, createdAt, commentsShownAt } = person
  const portrait = (await findShown([id])).get(id)?.portrait ?? null
  const [author] = await database()
    .select({ handle: authors.handle, title: authors.title })
    .from(authors)
    .where(eq(authors.personId, id))
    .limit(1)
  if (author) reads(`author:${author.handle}`)
  const said = commentsShownAt === null ? null : await listSaid(id, page, total)
  return { id, name, bio, portrait, joinedAt: createdAt, author: author ?? null, said }
})

/** The name of somebody who has a page; null for everyone else. */
export async function getCommenterName(id: number): Promise<string | null> {
  return (await findCommenter(id))?.person.name ?? null
}

async function findCommenter(id: number) {
  const [person] = await database()
    .select()
    .from(people)
    .where(and(eq(people.id, id), isNull(people.bannedAt), isNotNull(people.verifiedAt)))
  const total = person ? await countSaid(id) : 0
  return person && total > 0 ? { person, total } : null
}

/** What somebody said and everyone can read. */
function isOpenBy(personId: number): SQL {
  return and(
    eq(comments.personId, personId),
    eq(comments.state, 'approved'),
    isNull(comments.deletedAt),
    isPublic(new Date()),
  ) as SQL
}

async function countSaid(personId: number): Promise<number> {
  const [row] = await database()
    .select({ total: count() })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(isOpenBy(personId))
  return row?.total ?? 0
}

function listSaid(personId: number, page: number, total: number): Promise<ListPage<SaidComment>> {
  const { id, body, createdAt, editedAt, likes } = comments
  return listPage(
    page,
    async () => total,
    async ({ limit, offset }) => {
      const rows = await database()
        .select({
          ...{ id, body, createdAt, editedAt, likes, articleId: articles.id },
          ...{ headline: articles.headline, slug: articles.slug, section: { slug: sections.slug } },
        })
        .from(comments)
        .innerJoin(articles, eq(articles.id, comments.articleId))
        .innerJoin(sections, eq(sections.id, articles.sectionId))
        .where(isOpenBy(personId))
        .orderBy(desc(createdAt), desc(id))
        .limit(limit)
        .offset(offset)
      return rows.map(({ articleId, headline, slug, section, ...comment }) => {
        reads(`card:${articleId}`)
        return { ...comment, article: { headline, slug, section } }
      })
    },
  )
}
