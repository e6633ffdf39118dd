import { readId } from '../comments/comment-input'
import { pageNumber } from '../list-page'
import { paths } from '../paths'
import type { Decision } from './decision'

/** The tabs of the queue, in their order. */
export const TABS = ['pending', 'reported', 'illegal', 'new', 'approved', 'rejected', 'escalated', 'appeals'] as const
export type Tab = (typeof TABS)[number]

/** Those in which comments wait for somebody; the others are a record. */
export const WAITING = ['pending', 'reported', 'illegal', 'new', 'escalated', 'appeals'] as const satisfies Tab[]
export type WaitingTab = (typeof WAITING)[number]

/** Which comments of a tab are shown; null for all of them. */
export type QueueFilter = {
  /** A section's name in addresses. */
  section: string | null
  /** An article's name in addresses, or a part of its headline. */
  story: string | null
  /** A part of the name that a comment is signed with. */
  person: string | null
}

type Given = Record<string, unknown>

/** The tab that a parameter names; the first when it names none. */
export function readTab(given: unknown): Tab {
  return TABS.find((name) => name === given) ?? 'pending'
}

export const NO_FILTER: QueueFilter = { section: null, story: null, person: null }

/** The filters in parameters of an address, or in fields of a form. */
export function readQueueFilter({ section, story, person }: Given): QueueFilter {
  return { section: words(section), story: words(story), person: words(person) }
}

function words(given: unknown): string | null {
  return typeof given === 'string' ? given.trim().slice(0, 200) || null : null
}

/** Where one stands in the queue. */
export type QueuePlace = {
  tab: Tab
  filter: QueueFilter
  page: number
  /** The comment that one looks at; null for none. */
  open: number | null
  /** It has a page to itself, instead of a pane beside the list. */
  isAlone: boolean
}

/** The list that a place is in, with no comment open. */
export function listOf(place: QueuePlace): QueuePlace {
  return { ...place, open: null, isAlone: false }
}

/** The place that an address names. @param alone the comment whose page it is; null for the list */
export function readPlace(parameters: Given, alone: number | null = null): QueuePlace {
  const { tab, page, open } = parameters
  return {
    tab: readTab(tab),
    filter: readQueueFilter(parameters),
    page: pageNumber(typeof page === 'string' ? page : undefined),
    open: alone ?? (typeof open === 'string' ? readId(open) : null),
    isAlone: alone !== null,
  }
}

/** Its address. @param more what else it says, such as what was done */
export function queueAddress(place: QueuePlace, more: Record<string, string> = {}): string {
  const { open, alone, ...fields } = placeFields(place)
  if (open && alone) return paths.queuedComment(Number(open), `?${new URLSearchParams({ ...fields, ...more })}`)
  return paths.moderation(`?${new URLSearchParams({ ...fields, ...(open && { open }), ...more })}`)
}

/** The same as fields of a form, to come back to. */
export function placeFields({ tab, filter, page, open, isAlone }: QueuePlace): Record<string, string> {
  const set = Object.entries(filter).filter((pair): pair is [string, string] => pair[1] !== null)
  return {
    ...{ tab, ...Object.fromEntries(set) },
    ...(page > 1 && { page: String(page) }),
    ...(open !== null && { open: String(open) }),
    ...(open !== null && isAlone && { alone: '1' }),
  }
}

/** Where a form was sent from. */
export function readPlaceOf(form: FormData): QueuePlace {
  const { alone, ...given } = Object.fromEntries(form)
  return readPlace(given, alone && typeof given.open === 'string' ? readId(given.open) : null)
}

type Stale = { commentId: number; revision: number; seen: number; decision: Decision }

/** A decision that was refused, in a parameter of an address. */
export function staleMark({ commentId, revision, seen, decision }: Stale): string {
  return [commentId, revision, seen, decision].join('.')
}

/** The same read; null for anything else. */
export function readStaleMark(given: unknown): Stale | null {
  const match = /^([1-9]\d{0,14})\.([1-9]\d{0,14})\.(\d{1,15})\.(approve|reject|spam|escalate|reopen)$/.exec(
    String(given),
  )
  if (!match) return null
  const [commentId, revision, seen] = match.slice(1, 4).map(Number) as [number, number, number]
  return { commentId, revision, seen, decision: match[4] as Decision }
}

/** A piece of a comment's text, and whether a step matched it. */
export type Piece = { text: string; isMatched: boolean }

/** A text cut at the ranges that steps matched; ranges that overlap or lie outside it do no harm. */
export function piecesOf(text: string, matches: readonly (readonly [number, number])[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [start, end] of [...matches].sort(([one], [other]) => one - other)) {
    const [from, to] = [Math.max(at, start), Math.min(end, text.length)]
    if (to <= from) continue
    if (from > at) pieces.push({ text: text.slice(at, from), isMatched: false })
    pieces.push({ text: text.slice(from, to), isMatched: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMatched: false })
  return pieces
}
