/** What can be followed: `tag` and `section` by slug, `author` by handle. */
export const TOPIC_KINDS = ['tag', 'author', 'section'] as const

export type TopicKind = (typeof TOPIC_KINDS)[number]

export type Topic = { kind: TopicKind; slug: string }

/** A topic that is followed, as it is shown. */
export type FollowedTopic = Topic & { name: string }

/** @returns null when it names no topic, whether there is such a one or not */
export function readTopic(kind: string, slug: string): Topic | null {
  if (!(TOPIC_KINDS as readonly string[]).includes(kind) || slug === '' || slug.length > 200) return null
  return { kind: kind as TopicKind, slug }
}
