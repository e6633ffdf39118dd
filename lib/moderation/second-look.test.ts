import { expect, it } from 'vitest'
import { DEFAULT_RULES } from './rules'
import { secondLook } from './second-look'
import { readyList } from './word-list'

const words = { banned: readyList(['vermin']), suspect: readyList(['idiot*']) }
const look = (body: string, rules = {}) => secondLook({ body, words, rules: { ...DEFAULT_RULES, ...rules } })

it('asks about words of the lists, however they are written, as long as the lists count', () => {
  for (const body of ['What an idiot.', 'Idiotic!', 'V e r m i n, all of them.', 'ÍDIOT']) {
    expect(look(body), body).toContain('The language in this comment')
  }
  expect(look('A calm word.')).toBeNull()
  expect(look('What an idiot.', { suspectWords: 'off' })).toBeNull()
  expect(look('Vermin.', { bannedWords: 'off' })).toBeNull()
  expect(look('Vermin.', { suspectWords: 'off' })).not.toBeNull()
})

it('asks about shouting, and leaves abbreviations and scripts without a case alone', () => {
  expect(look('THIS IS A COMPLETE DISGRACE, Minister')).toContain('capital letters')
  expect(look('ЭТО ПРОСТО БЕЗОБРАЗИЕ, ГОСПОДА')).toContain('capital letters')
  for (const body of [
    'NATO, EU and UN',
    'OK',
    'YES!',
    '这是一个很好的文章这是一个很好的文章这是一个很好的文章',
    '',
    '!!!!! 1234567890',
  ]) {
    expect(look(body), body).toBeNull()
  }
  expect(look(`${'A'.repeat(5000)}b`)).not.toBeNull()
})
