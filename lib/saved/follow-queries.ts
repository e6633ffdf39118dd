import { and, asc, eq, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { sections, tags } from '@/db/schema/articles'
import { authors } from '@/db/schema/people'
import { follows } from '@/db/schema/saved'
import type { Viewer } from '../people/viewer'
import type { FollowedTopic, Topic } from './follow'

/** Everything the viewer follows: sections, then authors, then tags, each by name. */
export function listFollowed(viewer: Viewer): Promise<FollowedTopic[]> {
  return followedBy(viewer.personId ?? 0)
}

/** The same for whoever is not asking. The caller has checked who does. */
export async function followedBy(personId: number): Promise<FollowedTopic[]> {
  const rows = await selectFollows(eq(follows.personId, personId)).orderBy(
    asc(sections.name),
    asc(authors.name),
    asc(tags.name),
  )
  const topics = rows.flatMap(({ tag, author, section }): FollowedTopic[] => {
    if (section) return [{ kind: 'section', ...section }]
    if (author) return [{ kind: 'author', ...author }]
    return tag ? [{ kind: 'tag', slug: tag.slug, name: `#${tag.name}` }] : []
  })
  const order = { section: 0, author: 1, tag: 2 }
  return topics.sort((left, right) => order[left.kind] - order[right.kind])
}

/** Whether the viewer follows a topic. */
export async function isFollowed(viewer: Viewer, { kind, slug }: Topic): Promise<boolean> {
  const topic = { tag: eq(tags.slug, slug), author: eq(authors.handle, slug), section: eq(sections.slug, slug) }[kind]
  const condition = and(eq(follows.personId, viewer.personId ?? 0), topic) as SQL
  return (await selectFollows(condition)).length > 0
}

function selectFollows(condition: SQL) {
  return database()
    .select({
      tag: { slug: tags.slug, name: tags.name },
      author: { slug: authors.handle, name: authors.name },
      section: { slug: sections.slug, name: sections.name },
    })
    .from(follows)
    .leftJoin(tags, eq(tags.id, follows.tagId))
    .leftJoin(authors, eq(authors.id, follows.authorId))
    .leftJoin(sections, eq(sections.id, follows.sectionId))
    .where(condition)
    .$dynamic()
}

/** What a topic is called; null when there is no such one. */
export async function findTopicName({ kind, slug }: Topic): Promise<string | null> {
  const [row] =
    kind === 'tag'
      ? await database().select({ name: tags.name }).from(tags).where(eq(tags.slug, slug))
      : kind === 'author'
        ? await database().select({ name: authors.name }).from(authors).where(eq(authors.handle, slug))
        : await database().select({ name: sections.name }).from(sections).where(eq(sections.slug, slug))
  if (!row) return null
  return kind === 'tag' ? `#${row.name}` : row.name
}
