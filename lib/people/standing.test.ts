import { describe, expect, it } from 'vitest'
import { inOneLine, type Standing, whatBars } from './standing'

const place = { zone: 'Europe/London', language: 'en', contact: 'desk@news.example' }
const now = new Date('2026-11-24T12:00:00Z')
const open: Standing = { bannedAt: null, bannedReason: null, suspendedUntil: null, suspendedReason: null }
const of = (change: Partial<Standing>) => whatBars({ ...open, ...change }, place, now)

describe('what bars somebody', () => {
  it('is nothing for whoever is neither suspended nor banned', () => {
    expect(of({})).toBeNull()
    expect(of({ suspendedUntil: now, suspendedReason: 'Over' })).toBeNull()
  })

  it('is a suspension, with its end and the reason', () => {
    const told = of({ suspendedUntil: new Date('2026-12-01T12:00:00Z'), suspendedReason: 'Rule 3.' })
    expect(told).toEqual({ words: 'You can’t comment until 1 Dec 2026.', why: 'Rule 3.', contact: 'desk@news.example' })
    expect(told && inOneLine(told)).toBe('You can’t comment until 1 Dec 2026. The reason: Rule 3.')
  })

  it('is a ban before anything else, and no reason is made up', () => {
    const told = of({ bannedAt: now, suspendedUntil: new Date('2099-01-01'), suspendedReason: 'Rule 3.' })
    expect(told).toMatchObject({ words: expect.stringContaining('banned'), why: null })
    expect(told && inOneLine(told)).not.toContain('The reason')
  })
})
