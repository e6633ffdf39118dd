import { formatDate } from '../dates'

/** What of an account says whether its owner takes part. */
export type Standing = {
  bannedAt: Date | null
  bannedReason: string | null
  suspendedUntil: Date | null
  suspendedReason: string | null
}

/** What somebody is told who may not take part, and why; null where the newsroom gave no reason. */
export type Barred = { words: string; why: string | null }

/**
 * What keeps somebody from taking part in conversations, in words for them (look.md §4.2).
 *
 * @param place the newsroom's zone and language
 * @returns null when nothing does
 */
export function whatBars(person: Standing, place: { zone: string; language: string }, now = new Date()): Barred | null {
  const { bannedAt, bannedReason, suspendedUntil: until, suspendedReason } = person
  if (bannedAt)
    return { words: 'You can no longer take part in conversations: this account is banned.', why: bannedReason }
  if (until === null || until <= now) return null
  return { words: `You can’t comment until ${formatDate(until, place)}.`, why: suspendedReason }
}

/** The same in one line. */
export function inOneLine({ words, why }: Barred): string {
  return why ? `${words} The reason: ${why}` : words
}
