import { describe, expect, it } from 'vitest'
import { growth, timesTheWork } from '../operating/processor-time'
import { modelOf, proveSpamScore } from './spam-proof'
import { heaviestWords, scoreSpam } from './spam-score'
import { spamWordsOf } from './spam-words'

const OFFERS = ['casino bonus', 'cheap watches', 'casino jackpot', 'crypto bonus', 'cheap crypto']
const TALK = [
  'the bridge is open',
  'council vote today',
  'the ferry was late',
  'vote on the bridge',
  'council ferry today',
]

function lessons(each = 20) {
  return Array.from({ length: each }, (_, index) => [
    { words: spamWordsOf(`${OFFERS[index % 5]} visit https://win.example/a${index}`), isSpam: true },
    { words: spamWordsOf(`${TALK[index % 5]} number ${index} I think`), isSpam: false },
  ]).flat()
}

describe('what a comment is weighed by', () => {
  it('takes words once, in one spelling, and where links lead', () => {
    const words = spamWordsOf('Win WIN ｗｉｎ at https://www.Win.example/x?y=1.')
    expect(words.filter((word) => word === 'win')).toHaveLength(1)
    expect(words).toContain('link:win.example')
  })

  it('takes pairs of letters where there are no spaces', () => {
    expect(spamWordsOf('免费赠送')).toEqual(['免费', '费赠', '赠送'])
    expect(spamWordsOf('नमस्ते दुनिया')).toEqual(['नमस्ते', 'दुनिया'])
  })

  it.each([
    ['one word', 'a'],
    ['short words', 'a.'],
    ['addresses begun', 'www.'],
    ['signs', '免'],
    ['protocols', 'http://'],
  ])('looks at so much of a text of %s and no more', async (_, part) => {
    const [hostile, start] = [part.repeat(5e6 / part.length), part.repeat(20_000 / part.length)]
    expect(spamWordsOf(hostile).length).toBeLessThanOrEqual(300)
    // Looking at all of it would be 250 times the work.
    const repeated = (text: string) => () => {
      for (let time = 0; time < 20; time += 1) spamWordsOf(text)
    }
    expect(await timesTheWork(repeated(hostile), repeated(start), 5)).toBeLessThan(5)
    expect(await growth(spamWordsOf, part, 16_000, 3)).toBeLessThan(3)
  })

  it('finds nothing in what is no text', () => {
    expect(spamWordsOf('\ud800 \u0000 \u202e')).toEqual([])
  })
})

describe('the score', () => {
  it('says nothing until there are enough decisions of each kind', () => {
    expect(scoreSpam(['casino'], modelOf(lessons(20)), 21)).toBeNull()
    const onlySpam = lessons(20).filter(({ isSpam }) => isSpam)
    expect(scoreSpam(['casino'], modelOf(onlySpam), 20)).toBeNull()
  })

  it('tells offers from talk, and names the words that weighed most', () => {
    const model = modelOf(lessons())
    const offer = scoreSpam(spamWordsOf('Casino bonus, visit https://win.example/'), model, 20)
    const talk = scoreSpam(spamWordsOf('The council will vote on the bridge'), model, 20)
    expect(offer?.probability).toBeGreaterThan(0.95)
    expect(talk?.probability).toBeLessThan(0.05)
    expect(offer && heaviestWords(offer)).toContain('link:win.example')
    expect(talk && heaviestWords(talk)).toEqual([])
  })

  it('does not hold what has no word that it knows', () => {
    expect(scoreSpam(spamWordsOf('Zanzibar quietly'), modelOf(lessons()), 20)?.probability).toBeLessThan(0.1)
  })

  it('is not settled by one word', () => {
    const model = modelOf(lessons(400))
    expect(scoreSpam(['casino'], model, 20)?.probability).toBeLessThan(0.98)
    expect(scoreSpam(['__proto__', 'constructor'], model, 20)?.weighed).toEqual([])
  })
})

describe('its proof', () => {
  it('tries each decision as if it had learned from the others alone', () => {
    expect(proveSpamScore(lessons(), 0.9, 20)).toMatchObject({
      decisions: { spam: 20, kept: 20 },
      precision: 1,
      recall: 1,
    })
  })

  it('does not know what it was never taught', () => {
    const unlike = Array.from({ length: 40 }, (_, index) => ({ words: [`w${index}`], isSpam: index % 2 === 0 }))
    expect(proveSpamScore(unlike, 0.9, 20)).toMatchObject({ held: 0, precision: null, recall: 0 })
    expect(proveSpamScore(unlike, 0.9, 21)).toBeNull()
  })

  it('counts what it would have held wrongly', () => {
    const wrong = [...lessons(), { words: spamWordsOf('casino bonus cheap visit'), isSpam: false }]
    const proof = proveSpamScore(wrong, 0.9, 20)
    expect(proof?.held).toBe(21)
    expect(proof?.precision).toBeCloseTo(20 / 21)
  })
})
