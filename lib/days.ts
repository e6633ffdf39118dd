import { dayInZone, isoInZone, nextMidnight, zonedToDate } from './dates'

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

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The whole minute since 1970, in UTC, that a moment lies in. */
export function minuteOf(moment: Date): number {
  return Math.floor(moment.getTime() / MINUTE)
}

/** The whole hour since 1970, in UTC, that a moment lies in. */
export function hourOf(moment: Date): number {
  return Math.floor(moment.getTime() / HOUR)
}

/** The first whole hour that begins in a day: where clocks are half an hour off, an hour belongs to the day it begins in. */
export function firstHourOf({ start }: Pick<Day, 'start'>): number {
  return Math.ceil(start.getTime() / HOUR)
}

/** What the newsroom's clock shows in an hour, “09”; the hours of half-hour zones by what they begin with. */
export function clockHour(hour: number, zone: string): string {
  return isoInZone(new Date(hour * HOUR), zone).slice(11, 13)
}
