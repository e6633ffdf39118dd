import { dayInZone, nextMidnight, zonedToDate } from '../dates'

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

/** A day of the newsroom's, from its midnight to the next. */
export type Day = { day: string; start: Date; end: Date }

/** The last days of the newsroom, today's the last of them; days on which the clocks change are as long as they are. */
export function lastDays(count: number, now: Date, zone: string): Day[] {
  const days: Day[] = []
  let end = nextMidnight(now, zone)
  while (days.length < count) {
    const day = dayInZone(new Date(end.getTime() - 1), zone)
    const start = zonedToDate(`${day}T00:00:00`, zone) as Date
    days.unshift({ day, start, end })
    end = start
  }
  return days
}

/** “4 min”, “3 h 20 min”, “2 days”: as exact as one needs it. */
export function durationWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000)
  if (minutes < 1) return 'under 1 min'
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  return `${Math.round(hours / 24)} days`
}
