import { describe, expect, it } from 'vitest'
import { accentStyles, contrast, isColour, readable, weakSpot } from './accent'

it('measures as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#0f4c5c', '#ffffff')).toBeCloseTo(9.5, 1)
  expect(contrast('#7fc4d3', '#141311')).toBeCloseTo(9.5, 1)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe('weakSpot', () => {
  it('finds none in the colours of the house', () => {
    expect(weakSpot('#0f4c5c', 'light')).toBeNull()
    expect(weakSpot('#7fc4d3', 'dark')).toBeNull()
  })

  it('finds where a colour cannot be read', () => {
    expect(weakSpot('#ffd400', 'light')?.ratio).toBeLessThan(1.5)
    expect(weakSpot('#0f4c5c', 'dark')?.ratio).toBeLessThan(2.2)
  })

  it.each([
    ['#ffd400', 'light'],
    ['#808080', 'light'],
    ['#0f4c5c', 'dark'],
    ['#000000', 'dark'],
    ['#ffffff', 'light'],
  ] as const)('has a way out for %s on %s', (colour, mode) => {
    expect(weakSpot(readable(colour, mode), mode)).toBeNull()
  })
})

it('takes only what is a colour', () => {
  expect(isColour('#0f4c5c')).toBe(true)
  for (const text of ['red', '#fff', '#0F4C5C', '#0f4c5c;}', '']) expect(isColour(text)).toBe(false)
})

it('writes a style sheet for both modes, and none without a colour', () => {
  expect(accentStyles({ light: '#0f4c5c', dark: '#7fc4d3' })).toMatch(/^:root\{--accent:light-dark\(#0f4c5c,#7fc4d3\);/)
  expect(accentStyles(null)).toBe('')
})
