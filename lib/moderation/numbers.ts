/** What happened to the comments of one day or one story. */
export type Numbers = {
  posted: number
  /** How many of them the steps held for a moderator. */
  held: number
  /** How many of them are rejected or marked as spam now. */
  rejected: number
  /** How long those that were held waited for a person's decision, in milliseconds; null when none has one. */
  medianWait: number | null
}

export type DayNumbers = Numbers & { day: string }
export type StoryNumbers = Numbers & { articleId: number; headline: string; section: string; slug: string }

/** “4 min”, “3 h 20 min”, “2 days”: as exact as one needs it. */
export function durationWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000)
  if (minutes < 1) return 'under 1 min'
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  return `${Math.round(hours / 24)} days`
}
