import { describe, expect, it } from 'vitest'
import { unitsOf } from './search-units'
import { marked, type Piece, snippetOf } from './snippet'

const shown = (pieces: Piece[]) => pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('')
const mark = (text: string, query: string) => shown(marked(text, unitsOf(query)))
const cut = (texts: string[], query: string) => snippetOf(texts, unitsOf(query))

describe('marked', () => {
  it.each([
    ['Élysée Palace', 'elysee', '[Élysée] Palace'],
    ['The port office', '"port office"', 'The [port office]'],
    ['Office in port', '"port office"', 'Office in port'],
    ['Referendums', 'refer', '[Referendums]'],
    ['The leader’s trip', 'leader trip', 'The [leader]’s [trip]'],
    ['大阪城公園', '大阪城', '[大阪城]公園'],
    ['市長と市民', '市', '[市]長と[市]民'],
    ['<b>bold</b> & co', 'bold', '<b>[bold]</b> & co'],
    ['nothing', 'else', 'nothing'],
    ['', 'x', ''],
  ])('%s for %s', (text, query, expected) => {
    expect(mark(text, query)).toBe(expected)
  })
})

describe('snippetOf', () => {
  const long = `${'Filler words stand here. '.repeat(40)}The zeppelin landed at dawn. ${'More filler follows. '.repeat(40)}`

  it('shows the standfirst when it has as much as the body', () => {
    expect(shown(cut(['A zeppelin landed.', long], 'zeppelin'))).toBe('A [zeppelin] landed.')
  })

  it('shows where the body has what the standfirst lacks, in about 160 characters, cut between words', () => {
    const text = shown(cut(['Nothing here.', long], 'zeppelin'))
    expect(text).toContain('The [zeppelin] landed')
    expect(text).toMatch(/^… \S/)
    expect(text).toMatch(/\S …$/)
    expect(text.length).toBeLessThanOrEqual(170)
  })

  it('shows the stretch with most of what was looked for', () => {
    const text = `Dawn came. ${'Filler. '.repeat(60)}The zeppelin landed at dawn.`
    expect(shown(cut([text], 'dawn zeppelin'))).toContain('[zeppelin] landed at [dawn]')
  })

  it('never cuts a sign in two', () => {
    for (const sign of ['😀', '👩‍👧', 'कि', 'é'.normalize('NFD'), '洪']) {
      const [first] = cut([`${sign.repeat(300)} zeppelin ${sign.repeat(300)}`], 'zeppelin')
      const whole = cut([`${sign.repeat(300)} zeppelin ${sign.repeat(300)}`], 'zeppelin')
        .map(({ text }) => text)
        .join('')
      expect(first).toBeDefined()
      expect(whole).not.toMatch(/\p{Cs}/u)
    }
  })

  it('is nothing where there is no text', () => {
    expect(cut(['', ' '], 'x')).toEqual([])
  })
})
