import { dayInZone, zonedToDate } from '../dates'

/** A year, a month or a day of the newsroom's calendar. */
export type Period = {
  /** `2026`, `2026-11` or `2026-11-24` */
  name: string
  unit: 'year' | 'month' | 'day'
  /** Its first moment, and the first one after it. */
  start: Date
  end: Date
}

const SHAPE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/

/**
 * Reads a period of the calendar.
 *
 * @param name `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @param zone an IANA name: its midnights bound the period, so that a day of changing clocks has 23 or 25 hours
 * @returns null when there is no such year, month or day
 */
export function readPeriod(name: string, zone: string): Period | null {
  if (!SHAPE.test(name)) return null
  const [year = 0, month, day] = name.split('-').map(Number)
  const start = midnight(year, month ?? 1, day ?? 1, zone)
  if (!start) return null
  const unit = day ? 'day' : month ? 'month' : 'year'
  const next = nextDate(year, month, day)
  const end = midnight(next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate(), zone)
  return end && { name, unit, start, end }
}

/** Every month or day of the zone's calendar from the one that a moment lies in to the one of another, in order. */
export function periodsBetween(first: Date, last: Date, unit: 'month' | 'day', zone: string): Period[] {
  const letters = unit === 'month' ? 7 : 10
  const periods: Period[] = []
  let date = new Date(`${dayInZone(first, zone).slice(0, letters).padEnd(10, '-01')}T00:00:00Z`)
  for (;;) {
    const period = readPeriod(date.toISOString().slice(0, letters), zone)
    if (!period || period.start > last) return periods
    periods.push(period)
    date = nextDate(date.getUTCFullYear(), date.getUTCMonth() + 1, unit === 'day' ? date.getUTCDate() : undefined)
  }
}

function nextDate(year: number, month?: number, day?: number): Date {
  if (day) return new Date(Date.UTC(year, (month ?? 1) - 1, day + 1))
  return month ? new Date(Date.UTC(year, month, 1)) : new Date(Date.UTC(year + 1, 0, 1))
}

function midnight(year: number, month: number, day: number, zone: string): Date | null {
  const two = (value: number) => String(value).padStart(2, '0')
  // Years before 1000 are no years of a newspaper; the clock would read them as 1900 and something.
  return year < 1000 ? null : zonedToDate(`${year}-${two(month)}-${two(day)}T00:00:00`, zone)
}
