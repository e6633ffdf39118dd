import type { SQL } from 'drizzle-orm'
import { formatDay } from '../dates'
import { clockHour, type Day, hourOf, lastDays } from '../days'
import { rangeOf, sumOf, viewsByHour } from './numbers-scope'
import type { UsualDay } from './usual-day'

/** Weeks that are looked back; views are known by the hour for longer. */
const WEEKS = 4

const CLOCK = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))

type ByClock = ReadonlyMap<string, number>

/**
 * Today's views by the hour, between the least and the most that each hour had on the last four days of the same name.
 *
 * @param scope the ids of the articles that are meant; null for all
 */
export function readUsualDay(scope: SQL | null, zone: string, now: Date): UsualDay {
  const days = lastDays(7 * WEEKS + 1, now, zone)
  const today = days.at(-1) as Day
  const earlier = days.filter((_, index) => index < days.length - 1 && index % 7 === 0)
  const compared = earlier.map((day) => viewsByClock(day, zone, scope)).filter((hours) => hours.size > 0)
  const present = viewsByClock(today, zone, scope)
  const running = clockHour(hourOf(now), zone)
  const sumUntil = (hours: ByClock) => sumOf([...hours].flatMap(([hour, views]) => (hour < running ? { views } : [])))
  return {
    weekday: formatDay(now, { zone, language: 'en-GB' }).split(' ')[0] as string,
    compared: compared.length,
    running,
    hours: CLOCK.map((hour) => ({
      hour,
      today: hour <= running ? (present.get(hour) ?? 0) : null,
      ...between(compared.map((hours) => hours.get(hour) ?? 0)),
    })),
    soFar: { today: sumUntil(present), ...between(compared.map(sumUntil)) },
  }
}

/** Hours that had views, by what the clock showed; an hour that came twice is one. */
function viewsByClock(day: Day, zone: string, scope: SQL | null): ByClock {
  const found = new Map<string, number>()
  for (const { hour, views } of viewsByHour(rangeOf([day]), scope)) {
    const shown = clockHour(hour, zone)
    found.set(shown, (found.get(shown) ?? 0) + views)
  }
  return found
}

function between(values: number[]): { lowest: number; highest: number } {
  return values.length === 0 ? { lowest: 0, highest: 0 } : { lowest: Math.min(...values), highest: Math.max(...values) }
}
