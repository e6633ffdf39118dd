import { describe, expect, it } from 'vitest'
import { parseRange } from './byte-range'

describe('parseRange', () => {
  it.each([
    ['bytes=0-99', { start: 0, end: 99 }],
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=500-999', { start: 500, end: 999 }],
    ['bytes=999-999', { start: 999, end: 999 }],
    ['bytes=500-', { start: 500, end: 999 }],
    ['bytes=0-', { start: 0, end: 999 }],
    ['bytes=-1', { start: 999, end: 999 }],
    ['bytes=-500', { start: 500, end: 999 }],
    ['bytes=007-010', { start: 7, end: 10 }],
  ])('reads %s of a thousand bytes', (header, range) => {
    expect(parseRange(header, 1000)).toEqual(range)
  })

  it.each([
    ['bytes=900-5000', { start: 900, end: 999 }],
    ['bytes=-5000', { start: 0, end: 999 }],
    ['bytes=0-99999999999999999999999', { start: 0, end: 999 }],
  ])('ends %s where the file ends', (header, range) => {
    expect(parseRange(header, 1000)).toEqual(range)
  })

  it.each(['bytes=1000-', 'bytes=1000-1001', 'bytes=-0', 'bytes=99999999999999999999999-'])(
    'cannot satisfy %s of a thousand bytes',
    (header) => {
      expect(parseRange(header, 1000)).toBe('unsatisfiable')
    },
  )

  it.each(['bytes=0-', 'bytes=0-0', 'bytes=-1'])('cannot satisfy %s of an empty file', (header) => {
    expect(parseRange(header, 0)).toBe('unsatisfiable')
  })

  it.each([
    undefined,
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=5',
    'bytes=9-3',
    'bytes=a-b',
    'bytes=1.5-2',
    'bytes=--1',
    'bytes=0-1,5-6',
    'bytes= 0-1',
    'bytes=0-1 ',
    'bytes 0-1/1000',
    'items=0-1',
    'bytes=0-1\r\nx: y',
    'bytes=٠-٩',
  ])('answers with the whole to %j', (header) => {
    expect(parseRange(header, 1000)).toBeNull()
  })
})
