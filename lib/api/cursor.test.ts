import { describe, expect, it } from 'vitest'
import {
  readArticleCursor,
  readNameCursor,
  readSearchCursor,
  writeArticleCursor,
  writeNameCursor,
  writeSearchCursor,
} from './cursor'

const spell = (text: string) => Buffer.from(text).toString('base64url')

describe('a cursor', () => {
  it.each([new Date('2026-11-24T06:00:00.123Z'), new Date('1951-03-02T00:00:00Z')])(
    'keeps an article’s place: %s',
    (at) => {
      const cursor = writeArticleCursor({ publishedAt: at, id: 12 })
      expect(cursor).toMatch(/^[\w-]+$/)
      expect(readArticleCursor(cursor)).toEqual({ publishedAt: at, id: 12 })
    },
  )

  it.each(['ada-lovelace', '中文', 'a'])('keeps a name: %s', (name) => {
    expect(readNameCursor(writeNameCursor(name))).toBe(name)
  })

  it.each([
    '',
    'x',
    '%',
    'MTIuMTI=',
    spell('12'),
    spell('12.0'),
    spell('1e3.4'),
    spell('12.3 or 1=1'),
    spell('-a'),
    'a'.repeat(2000),
  ])('that was never given is none: %s', (cursor) => expect(readArticleCursor(cursor)).toBeNull())

  it('keeps a place in what was found, and is none of a list’s', () => {
    const place = { asOf: new Date('2026-11-24T06:00:00.123Z'), offset: 40 }
    const cursor = writeSearchCursor(place)
    expect(readSearchCursor(cursor)).toEqual(place)
    expect(readArticleCursor(cursor)).toBeNull()
    expect(readSearchCursor(writeArticleCursor({ publishedAt: place.asOf, id: 40 }))).toBeNull()
    for (const text of ['~1', '~1.0', '~1.-2', '~1.2e3', '~x.1', '~1.9999999999']) {
      expect(readSearchCursor(spell(text)), text).toBeNull()
    }
  })

  it.each(['', 'x', spell('12.3'), spell('-'), `${spell('-ada')}=`])('that was never given is no name: %s', (cursor) =>
    expect(readNameCursor(cursor)).toBeNull(),
  )
})
