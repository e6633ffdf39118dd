import { describe, expect, it } from 'vitest'
import { receiptSentence } from './receipt-words'

const line = (verdict: 'fresh' | 'old' | 'failed') => ({ address: '/', status: 200, milliseconds: 1, verdict })
const receipt = (...verdicts: ('fresh' | 'old' | 'failed')[]) => ({
  ...{ lines: verdicts.map(line), troubles: verdicts.filter((verdict) => verdict !== 'fresh').length },
  ...{ milliseconds: 42, leftOut: 0, fetchedAt: new Date() },
})

describe('receiptSentence', () => {
  it.each([
    [receipt('fresh', 'fresh'), 'All 2 addresses are fresh, fetched in 42 ms.'],
    [receipt('fresh', 'old'), '1 of 2 addresses still shows the old text.'],
    [receipt('old', 'old', 'failed'), '2 of 3 addresses still show the old text; 1 of 3 did not answer.'],
    [{ ...receipt('fresh'), leftOut: 3 }, 'All 1 addresses are fresh, fetched in 42 ms. 3 more were not fetched.'],
    [{ ...receipt(), fetchedAt: null }, 'Not fetched yet.'],
  ])('says it all %#', (told, words) => expect(receiptSentence(told)).toBe(words))
})
