import { describe, expect, it } from 'vitest'
import { growth } from '../operating/processor-time'
import { findWords, readyList } from './word-list'

/** In proportion to the length it is 1, to its square 8. */
const GROWTH = 3

const list = readyList([
  'blorg',
  'ass',
  'cunt',
  'kill',
  'fall',
  'go home',
  'troll*',
  'дурак',
  '笨蛋',
  'โง่',
  'أحمق',
  'मूर्ख',
  'naïve',
])
const found = (text: string) => findWords(list, text).map(([start, end]) => text.slice(start, end))

describe('a word of the list', () => {
  it.each([
    ['You blorg', 'blorg'],
    ['BLORG!', 'BLORG'],
    ['blörg', 'blörg'],
    ['a b l o r g here', 'b l o r g'],
    ['b.l.o.r.g', 'b.l.o.r.g'],
    ['b-l-o-r-g and more', 'b-l-o-r-g'],
    ['b_lorg', 'b_lorg'],
    ['bl\u200Bor\u00ADg', 'bl\u200Bor\u00ADg'],
    ['ｂｌｏｒｇ', 'ｂｌｏｒｇ'],
    ['𝓫𝓵𝓸𝓻𝓰', '𝓫𝓵𝓸𝓻𝓰'],
    ['🅱🅻🅾🆁🅶', '🅱🅻🅾🆁🅶'],
    ['bl0rg', 'bl0rg'],
    ['b|org you', 'b|org'],
    ['blоrg with a Cyrillic о', 'blоrg'],
    ['b1org', 'b1org'],
    ['bloooorg', 'bloooorg'],
    ['@ss', '@ss'],
    ['a$s', 'a$s'],
    ['trolling', 'trolling'],
    ['tr0lls', 'tr0lls'],
    ['just go   home now', 'go   home'],
    ['ты Дурак', 'Дурак'],
    ['他是笨蛋吗', '笨蛋'],
    ['คุณโง่มาก', 'โง่'],
    ['أنت أَحْمَق', 'أَحْمَق'],
    ['तुम मूर्ख हो', 'मूर्ख'],
    ['how naive', 'naive'],
  ])('is found in %j', (text, word) => {
    expect(found(text)).toEqual([word])
  })

  it.each([
    'The class assessed the bass in Scunthorpe.',
    'He will fail the mail.',
    'A 455 and an A55 on the B4, 1st.',
    'skill, killer whale? No: skilful',
    'home go',
    'controller',
    'a b c d e f g',
    'Сор и дураки',
    'मूर्खता',
    '蛋笨',
    'Wow! Great! @nna wrote this.',
  ])('is not seen where it is not: %j', (text) => {
    expect(found(text)).toEqual([])
  })

  it('is found wherever it is, once in each place', () => {
    expect(found('blorg, BLORG and b l o r g; b.l.o.r.g')).toEqual(['blorg', 'BLORG', 'b l o r g', 'b.l.o.r.g'])
  })
})

describe('a hostile text', () => {
  it.each([
    ['one letter', 'a'],
    ['letters apart', 'a '],
    ['dots', 'b.'],
    ['marks', 'b\u0301'],
    ['nothing seen', '\u200B'],
    ['a word begun again and again', 'blor'],
    ['a phrase begun', 'go '],
    ['Han', '笨'],
    ['lone halves', '\uD800'],
  ])('of %s takes time in proportion to its length', async (_, part) => {
    expect(await growth((text) => findWords(list, text), part, 40_000, GROWTH)).toBeLessThan(GROWTH)
  })
})
