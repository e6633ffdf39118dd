import { TZDate } from '@date-fns/tz'
import { addMonths, addYears, differenceInMonths, differenceInYears, startOfDay } from 'date-fns'

/** Moments in words. Each takes the newsroom's zone (an IANA name) and a language (BCP 47); none asks the machine's own. */
export type Place = { zone: string; language: string }

const formats = new Map<string, Intl.DateTimeFormat>()

/** “24 Nov 2026, 06:00 GMT” */
export function formatMoment(moment: Date, place: Place): string {
  return `${formatDate(moment, place)}, ${formatTime(moment, place)}`
}

/** “24 Nov 2026” */
export function formatDate(moment: Date, place: Place): string {
  return format(moment, place, { day: 'numeric', month: 'short', year: 'numeric' })
}

/** “06:00 GMT” */
export function formatTime(moment: Date, place: Place): string {
  return format(moment, place, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' })
}

/** “06:00” */
export function formatClock(moment: Date, place: Place): string {
  return format(moment, place, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** “Tuesday 24 November 2026” */
export function formatDay(moment: Date, place: Place): string {
  return format(moment, place, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

/** “November 2026” */
export function formatMonth(moment: Date, place: Place): string {
  return format(moment, place, { month: 'long', year: 'numeric' })
}

/** “Tuesday 12 September 2023 at 15:05:44 UTC” */
export function longMoment(moment: Date, place: Place): string {
  const time = format(moment, place, {
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
    timeZoneName: 'short',
  } as Intl.DateTimeFormatOptions)
  return `${formatDay(moment, place)} at ${time}`
}

/** The moment as the newsroom's clock shows it, with its distance from UTC: “2023-09-12T15:05:44+00:00” (RFC 3339). */
export function isoInZone(moment: Date, zone: string): string {
  const local = new TZDate(moment.getTime(), zone)
  const minutes = -local.getTimezoneOffset()
  const sign = minutes < 0 ? '-' : '+'
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0')
  const date = `${String(local.getFullYear()).padStart(4, '0')}-${two(local.getMonth() + 1)}-${two(local.getDate())}`
  const time = `${two(local.getHours())}:${two(local.getMinutes())}:${two(local.getSeconds())}`
  return `${date}T${time}${sign}${two(minutes / 60)}:${two(Math.abs(minutes) % 60)}`
}

/** The day in the zone, “2026-11-24”: for grouping. */
export function dayInZone(moment: Date, zone: string): string {
  return isoInZone(moment, zone).slice(0, 10)
}

/** The next midnight of the zone after a moment. */
export function nextMidnight(moment: Date, zone: string): Date {
  const local = new TZDate(moment.getTime(), zone)
  const day = startOfDay(local)
  day.setDate(day.getDate() + 1)
  return new Date(day.getTime())
}

/** When a zone's clock shows a whole hour next, after a moment. @param hour 0 to 23 */
export function nextHour(moment: Date, hour: number, zone: string): Date {
  const local = new TZDate(moment.getTime(), zone)
  const at = new TZDate(local.getFullYear(), local.getMonth(), local.getDate(), hour, 0, 0, zone)
  if (at.getTime() <= moment.getTime()) at.setDate(at.getDate() + 1)
  return new Date(at.getTime())
}

/**
 * What the clock of a zone shows, as a moment. A time that a change of clocks leaves out is taken as the hour after it.
 *
 * @param local `YYYY-MM-DDTHH:MM:SS`
 * @returns null when there is no such day or time
 */
export function zonedToDate(local: string, zone: string): Date | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(local)?.slice(1).map(Number)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  const check = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  if (check.toISOString().slice(0, 19) !== local) return null
  return new Date(new TZDate(year, month - 1, day, hour, minute, second, zone).getTime())
}

/**
 * What a `datetime-local` field says, as a moment of the zone. A time that a change of clocks leaves out is none; of one
 * that comes twice it is the first.
 *
 * @param local `YYYY-MM-DDTHH:MM`, with or without seconds
 */
export function fieldToDate(local: string, zone: string): Date | null {
  const whole = local.length === 16 ? `${local}:00` : local
  const date = zonedToDate(whole, zone)
  if (!date) return null
  const shows = (moment: Date) => isoInZone(moment, zone).slice(0, 19) === whole
  const earlier = TURNED_BACK.map((by) => new Date(date.getTime() - by)).find(shows)
  return earlier ?? (shows(date) ? date : null)
}

/** By how much clocks are turned back in autumn, in milliseconds: an hour, and half of one on Lord Howe Island. */
const TURNED_BACK = [3_600_000, 1_800_000]

/** A moment as a `datetime-local` field takes it, in the zone. */
export function dateToField(moment: Date, zone: string): string {
  return isoInZone(moment, zone).slice(0, 16)
}

const DAYS_UNTIL_OLD = 30

/**
 * The warning that an article is not new: its words, and the moment from which they are others; null in the first thirty
 * days, with the moment at which they end.
 */
export function ageOf(publishedAt: Date, now: Date): { words: string | null; until: Date } {
  const firstWarning = new Date(publishedAt.getTime() + DAYS_UNTIL_OLD * 86_400_000)
  if (now < firstWarning) return { words: null, until: firstWarning }
  const years = differenceInYears(now, publishedAt)
  if (years >= 1) return { words: `more than ${count(years, 'year')} old`, until: addYears(publishedAt, years + 1) }
  const months = Math.max(1, differenceInMonths(now, publishedAt))
  const next = addMonths(publishedAt, months + 1)
  return { words: `more than ${count(months, 'month')} old`, until: next > now ? next : addMonths(next, 1) }
}

function count(number: number, unit: string): string {
  return number === 1 ? `a ${unit}` : `${number} ${unit}s`
}

function format(moment: Date, { zone, language }: Place, options: Intl.DateTimeFormatOptions): string {
  const locale = language === 'en' ? 'en-GB' : language
  const key = `${locale} ${zone} ${JSON.stringify(options)}`
  let known = formats.get(key)
  if (!known) {
    known = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
    formats.set(key, known)
  }
  return known.format(moment).replace(', ', options.weekday ? ' ' : ', ')
}
