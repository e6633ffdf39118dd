import { describe, expect, it } from 'vitest'
import { countBy, readPeriod } from './archive-period'

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

it('counts by month and by day', () => {
  const dates = ['2026-11-24', '2026-11-24', '2026-11-25', '2026-10-01']
  expect([...countBy(dates, 7)]).toEqual([
    ['2026-11', 3],
    ['2026-10', 1],
  ])
  expect(countBy(dates, 10).get('2026-11-24')).toBe(2)
})
