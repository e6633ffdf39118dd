import { describe, expect, it } from 'vitest'
import { periodsBetween, readPeriod } from './archive-period'

const hours = (name: string, zone: string) => {
  const period = readPeriod(name, zone)
  return period && (period.end.getTime() - period.start.getTime()) / 3_600_000
}

describe('readPeriod', () => {
  it('reads years, months and days', () => {
    expect(readPeriod('2026', 'UTC')).toMatchObject({ unit: 'year', end: new Date('2027-01-01T00:00:00Z') })
    expect(readPeriod('2026-12', 'UTC')).toMatchObject({ unit: 'month', end: new Date('2027-01-01T00:00:00Z') })
    expect(readPeriod('2024-02-29', 'UTC')).toMatchObject({ unit: 'day', end: new Date('2024-03-01T00:00:00Z') })
  })

  it('begins at the midnight of the zone', () => {
    expect(readPeriod('2026-07-01', 'Europe/London')?.start).toEqual(new Date('2026-06-30T23:00:00Z'))
    expect(readPeriod('2026-07-01', 'Asia/Kathmandu')?.start).toEqual(new Date('2026-06-30T18:15:00Z'))
  })

  it('knows that days of changing clocks are shorter and longer', () => {
    expect(hours('2026-03-29', 'Europe/London')).toBe(23)
    expect(hours('2026-10-25', 'Europe/London')).toBe(25)
    expect(hours('2026-10-25', 'UTC')).toBe(24)
  })

  it.each(['2026-13', '2026-00', '2023-02-29', '2026-11-31', '0099', '20266', '2026-1', '2026-11-24-01', 'x', ''])(
    'finds nothing called %s',
    (name) => expect(readPeriod(name, 'UTC')).toBeNull(),
  )
})

describe('periodsBetween', () => {
  const names = (first: string, last: string, unit: 'month' | 'day') =>
    periodsBetween(new Date(first), new Date(last), unit, 'Europe/London').map(({ name }) => name)

  it('goes over the end of a year, by month', () => {
    expect(names('2025-11-30T12:00:00Z', '2026-01-01T00:00:00Z', 'month')).toEqual(['2025-11', '2025-12', '2026-01'])
  })

  it('goes by the days of the zone, also where its clocks change', () => {
    expect(names('2026-03-28T12:00:00Z', '2026-03-29T23:30:00Z', 'day')).toEqual([
      '2026-03-28',
      '2026-03-29',
      '2026-03-30',
    ])
  })

  it('is one period for a single moment', () => {
    expect(names('2026-07-31T23:30:00Z', '2026-07-31T23:30:00Z', 'month')).toEqual(['2026-08'])
  })
})
