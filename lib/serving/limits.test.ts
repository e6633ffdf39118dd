import { describe, expect, it } from 'vitest'
import { Limit } from './limits'

describe('Limit', () => {
  it('allows a burst, then as many as come back', () => {
    const limit = new Limit({ burst: 3, perSecond: 0.5 })
    expect([0, 0, 0, 0, 0].map(() => limit.take('a', 0))).toEqual([0, 0, 0, 2, 2])
    expect(limit.take('a', 1_000)).toBe(1)
    expect(limit.take('a', 2_000)).toBe(0)
    expect(limit.take('a', 2_000)).toBe(2)
  })

  it('fills up to the burst and no further', () => {
    const limit = new Limit({ burst: 2, perSecond: 1 })
    for (let count = 0; count < 2; count += 1) limit.take('a', 0)
    expect([0, 0, 0].map(() => limit.take('a', 3_600_000))).toEqual([0, 0, 1])
  })

  it('counts each asker apart', () => {
    const limit = new Limit({ burst: 1, perSecond: 1 })
    expect(limit.take('a', 0)).toBe(0)
    expect(limit.take('b', 0)).toBe(0)
    expect(limit.take('a', 0)).toBe(1)
  })

  it('gives one that stands for many as much as them', () => {
    const limit = new Limit({ burst: 1, perSecond: 1 })
    expect([0, 0, 0].map(() => limit.take('a', 0, 2))).toEqual([0, 0, 1])
    expect(limit.take('a', 500, 2)).toBe(0)
  })

  it('gives nothing for a clock that goes back', () => {
    const limit = new Limit({ burst: 1, perSecond: 1 })
    limit.take('a', 10_000)
    expect(limit.take('a', 0)).toBe(1)
  })

  it('does not remember more askers than it has room for', () => {
    const limit = new Limit({ burst: 1, perSecond: 1 })
    for (let count = 0; count < 20_010; count += 1) limit.take(`asker ${count}`, 0)
    expect(limit.remembered).toBe(20_000)
    expect(limit.take('asker 20009', 0)).toBe(1)
    expect(limit.take('asker 0', 0)).toBe(0)
  })
})
