import { formatDate } from '../dates'

/** What of an account says whether its owner takes part. */
export type Standing = {
  bannedAt: Date | null
  bannedReason: string | null
  suspendedUntil: Date | null
  suspendedReason: string | null
}

/** What somebody is told who may not take part, and why; null where the newsroom gave no reason. */
export type Barred = {
  words: string
  why: string | null
  /** Where they can write to the newsroom that it is a mistake; empty for nowhere. */
  contact: string
}

/** The newsroom's zone and language, and where people reach it. */
type Place = { zone: string; language: string; contact: string }

/**
 * What keeps somebody from taking part in conversations, in words for them (look.md §4.2).
 *
 * @returns null when nothing does
 */
export function whatBars(person: Standing, place: Place, now = new Date()): Barred | null {
  const { bannedAt, bannedReason, suspendedUntil: until, suspendedReason } = person
  const { contact } = place
  if (bannedAt)
    return {
      words: 'You can no longer take part in conversations: this account is banned.',
      why: bannedReason,
      contact,
    }
  if (until === null || until <= now) return null
  return { words: `You can’t comment until ${formatDate(until, place)}.`, why: suspendedReason, contact }
}

/** The same in one line. */
export function inOneLine({ words, why }: Pick<Barred, 'words' | 'why'>): string {
  return why ? `${words} The reason: ${why}` : words
}
