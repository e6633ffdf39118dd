import { describe, expect, it } from 'vitest'
import {
  ageOf,
  dateToField,
  dayInZone,
  fieldToDate,
  formatDay,
  formatMoment,
  formatTime,
  isoInZone,
  longMoment,
  nextMidnight,
  zonedToDate,
} from './dates'

const utc = { zone: 'UTC', language: 'en' }
const london = { zone: 'Europe/London', language: 'en' }
const moment = new Date('2023-09-12T15:05:44Z')

describe('moments in words', () => {
  it('always names the zone', () => {
    expect(formatMoment(moment, utc)).toBe('12 Sept 2023, 15:05 UTC')
    expect(formatTime(moment, london)).toBe('16:05 BST')
  })

  it('names the day', () => {
    expect(formatDay(new Date('2026-11-24T12:00:00Z'), utc)).toBe('Tuesday 24 November 2026')
  })

  it('gives the second in the long form', () => {
    expect(longMoment(moment, utc)).toBe('Tuesday 12 September 2023 at 15:05:44 UTC')
  })

  it('writes the local time with its offset', () => {
    expect(isoInZone(moment, 'UTC')).toBe('2023-09-12T15:05:44+00:00')
    expect(isoInZone(moment, 'Asia/Kolkata')).toBe('2023-09-12T20:35:44+05:30')
    expect(isoInZone(moment, 'America/St_Johns')).toBe('2023-09-12T12:35:44-02:30')
  })

  it('puts a moment on the day of the zone', () => {
    expect(dayInZone(new Date('2026-11-24T23:30:00Z'), 'Europe/Berlin')).toBe('2026-11-25')
  })
})

describe('the clock of a zone', () => {
  it('is read', () => {
    expect(zonedToDate('2023-09-12T15:05:44', 'UTC')?.toISOString()).toBe('2023-09-12T15:05:44.000Z')
    expect(zonedToDate('2026-07-01T12:00:00', 'Europe/London')?.toISOString()).toBe('2026-07-01T11:00:00.000Z')
  })

  it.each(['2023-02-30T10:00:00', '2023-13-01T10:00:00', '2023-01-01T25:00:00', 'yesterday', ''])(
    'refuses %j',
    (local) => {
      expect(zonedToDate(local, 'UTC')).toBeNull()
    },
  )

  it('has its own midnight, also where the day has 23 hours', () => {
    expect(nextMidnight(new Date('2026-03-29T00:30:00Z'), 'Europe/London').toISOString()).toBe(
      '2026-03-29T23:00:00.000Z',
    )
    expect(nextMidnight(new Date('2026-11-24T12:00:00Z'), 'UTC').toISOString()).toBe('2026-11-25T00:00:00.000Z')
  })
})

describe('ageOf', () => {
  const published = new Date('2026-01-15T10:00:00Z')
  it.each([
    ['2026-02-13T10:00:00Z', null],
    ['2026-02-15T10:00:00Z', 'more than a month old'],
    ['2026-04-20T10:00:00Z', 'more than 3 months old'],
    ['2027-02-01T10:00:00Z', 'more than a year old'],
    ['2030-02-01T10:00:00Z', 'more than 4 years old'],
  ])('on %s says %j', (now, words) => {
    const age = ageOf(published, new Date(now))
    expect(age.words).toBe(words)
    expect(age.until.getTime()).toBeGreaterThan(new Date(now).getTime())
  })
})

describe('fieldToDate', () => {
  const LONDON = 'Europe/London'
  const at = (local: string) => fieldToDate(local, LONDON)?.toISOString() ?? null

  it('takes a time as the clocks of the zone show it', () => {
    expect(at('2026-11-24T06:00')).toBe('2026-11-24T06:00:00.000Z')
    expect(at('2026-07-01T06:00')).toBe('2026-07-01T05:00:00.000Z')
    expect(at('2026-07-01T06:00:30')).toBe('2026-07-01T05:00:30.000Z')
  })

  it('refuses the hour that is left out in spring, and takes the first of the two in autumn', () => {
    expect(at('2026-03-29T01:30')).toBeNull()
    expect(at('2026-10-25T01:30')).toBe('2026-10-25T00:30:00.000Z')
  })

  it('refuses what is no time', () => {
    for (const local of ['', '2026-02-30T06:00', '2026-11-24', 'tomorrow']) expect(at(local), local).toBeNull()
  })

  it('is what dateToField wrote', () => {
    const moment = new Date('2026-07-01T05:00:00Z')
    expect(fieldToDate(dateToField(moment, LONDON), LONDON)).toEqual(moment)
  })
})
