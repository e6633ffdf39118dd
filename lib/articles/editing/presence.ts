import type { Viewer } from '../../people/viewer'
import { processWide } from '../../process-wide'
import type { ArticleContent } from '../merge/merge-content'
import type { Finding } from '../publish-checks'

/**
 * Who has an article open, as far as this process was told lately. It is worth nothing after a restart, and is not kept.
 */

export type Present = { personId: number | null; name: string; isWriting: boolean }
type Seen = Present & { at: number }

/** What whoever says that they are there is told. */
export type PresenceAnswer = {
  others: Present[]
  revision: number
  /** What is saved, where they have an earlier revision of it. */
  content: ArticleContent | null
  checks: Finding[]
}

/** How long somebody counts as there after they were last heard of, in milliseconds. */
const LINGER = 45_000

const rooms = processWide('article-presence', () => new Map<number, Map<string, Seen>>())

/**
 * Notes that somebody has an article open.
 *
 * @param tab which of their tabs says so
 * @returns the others who have, each once
 */
export function noteHere(
  viewer: Viewer,
  articleId: number,
  tab: string,
  isWriting: boolean,
  now = Date.now(),
): Present[] {
  const room = rooms.get(articleId) ?? new Map<string, Seen>()
  rooms.set(articleId, room)
  room.set(tab.slice(0, 64), { personId: viewer.personId, name: viewer.name, isWriting, at: now })
  return othersIn(articleId, viewer, now)
}

/** Notes that a tab was closed. */
export function noteGone(articleId: number, tab: string): void {
  rooms.get(articleId)?.delete(tab.slice(0, 64))
}

/** Who has an article open beside the one who asks. */
export function othersIn(articleId: number, viewer: Viewer, now = Date.now()): Present[] {
  const others = new Map<number | null, Present>()
  for (const { at, ...present } of lingering(articleId, now))
    if (present.personId !== viewer.personId) others.set(present.personId, present)
  return [...others.values()]
}

/** Every article that somebody has open. */
export function openArticles(now = Date.now()): number[] {
  return [...rooms.keys()].filter((id) => lingering(id, now).length > 0)
}

/** Which of these articles somebody has open, with their names. */
export function presenceOf(articleIds: number[], now = Date.now()): Map<number, string[]> {
  const names = articleIds.map((id): [number, string[]] => [
    id,
    [...new Set(lingering(id, now).map(({ name }) => name))],
  ])
  return new Map(names.filter(([, found]) => found.length > 0))
}

function lingering(articleId: number, now: number): Seen[] {
  const room = rooms.get(articleId)
  if (!room) return []
  for (const [tab, { at }] of room) if (at < now - LINGER) room.delete(tab)
  if (room.size === 0) rooms.delete(articleId)
  return [...room.values()]
}
