import { describe, expect, it } from 'vitest'
import { type BodyRefused, readBody, readId, readNote } from './comment-input'

function refusalOf(typed: string): BodyRefused {
  try {
    readBody(typed)
  } catch (error) {
    return error as BodyRefused
  }
  throw new Error('It was taken.')
}

describe('readBody', () => {
  it('gives a text its one spelling', () => {
    expect(readBody('  \r\nCafe\u0301 \r\n\r\n\r\n\r\nnext\u2028line  ')).toBe('Café\n\nnext\nline')
    expect(readBody('\u202Eevil\u2066')).toBe('evil')
    expect(readBody('👩‍👩‍👧 مرحبا')).toBe('👩‍👩‍👧 مرحبا')
  })

  it.each(['', ' \n\t ', '\u0000', '\u202E'])('refuses %j, in which there is nothing', (typed) => {
    expect(refusalOf(typed).message).toBe('Write your comment first.')
  })

  it.each(['a\u0000b', 'a\u001bb', 'a\uD800b', 'a\uDC00b', 'a\uFFFFb'])(
    'gives %j back without what cannot be shown',
    (typed) => {
      expect(refusalOf(typed)).toMatchObject({ cleaned: 'ab', refusal: { status: 422 } })
      expect(readBody(refusalOf(typed).cleaned)).toBe('ab')
    },
  )

  it('counts letters and not their halves', () => {
    expect(readBody('😀'.repeat(2000))).toHaveLength(4000)
    expect(refusalOf('a'.repeat(2001)).message).toBe('Your comment has 2,001 characters; it can have 2,000.')
    expect(refusalOf('a'.repeat(2001)).cleaned).toHaveLength(2001)
  })

  it('does not give a megabyte back', () => {
    expect(refusalOf('a'.repeat(1_048_576))).toMatchObject({ cleaned: '', refusal: { status: 413 } })
  })
})

it('cuts a note between letters', () => {
  expect(readNote(`${'a'.repeat(9)}😀b`, 10)).toBe(`${'a'.repeat(9)}😀`)
  expect(readNote('x\u0000\uD800y', 10)).toBe('xy')
})

it.each(['0', '-1', '1.5', '1e3', 'x', '', '9'.repeat(20), ' 1'])('%j is no id', (text) =>
  expect(readId(text)).toBeNull(),
)
