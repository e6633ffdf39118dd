import { and, eq, type SQL } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { sections, tags } from '@/db/schema/articles'
import { authors } from '@/db/schema/people'
import { follows } from '@/db/schema/saved'
import type { Viewer } from '../people/viewer'
import { write } from '../write'
import type { Topic, TopicKind } from './follow'

/** How much somebody may follow. */
export const MOST_FOLLOWED = 500

/** Nothing more can be followed. */
export class FollowsFull extends Error {
  constructor() {
    super(`You follow ${MOST_FOLLOWED} topics, which is as many as can be followed. Stop following some first.`)
    this.name = 'FollowsFull'
  }
}

/**
 * Has the viewer told of new articles of a topic. Doing it again changes nothing.
 *
 * @returns false when there is no such topic
 * @throws {FollowsFull}
 */
export async function follow(viewer: Viewer, topic: Topic): Promise<boolean> {
  const personId = personOf(viewer)
  return write(async (tx) => {
    const id = await findTopic(tx, topic)
    if (id === null) return false
    if ((await tx.$count(follows, eq(follows.personId, personId))) >= MOST_FOLLOWED) throw new FollowsFull()
    await tx
      .insert(follows)
      .values({ personId, [COLUMNS[topic.kind]]: id })
      .onConflictDoNothing()
    return true
  })
}

/** Tells the viewer of a topic no more. Doing it again changes nothing. */
export async function unfollow(viewer: Viewer, topic: Topic): Promise<void> {
  const own = eq(follows.personId, personOf(viewer))
  await write(async (tx) => {
    const id = await findTopic(tx, topic)
    if (id !== null) await tx.delete(follows).where(and(own, eq(follows[COLUMNS[topic.kind]], id)))
  })
}

const COLUMNS = { tag: 'tagId', author: 'authorId', section: 'sectionId' } as const satisfies Record<TopicKind, string>

async function findTopic(tx: Transaction, { kind, slug }: Topic): Promise<number | null> {
  const find = (from: typeof tags | typeof authors | typeof sections, condition: SQL) =>
    tx.select({ id: from.id }).from(from).where(condition)
  const [row] =
    kind === 'tag'
      ? await find(tags, eq(tags.slug, slug))
      : kind === 'author'
        ? await find(authors, eq(authors.handle, slug))
        : await find(sections, eq(sections.slug, slug))
  return row?.id ?? null
}

function personOf({ personId, name }: Viewer): number {
  if (personId === null) throw new Error(`${name} is nobody who could follow a topic.`)
  return personId
}
