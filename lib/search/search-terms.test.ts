import { describe, expect, it } from 'vitest'
import { fold, termsOf } from './search-terms'

const terms = (text: string) => termsOf(text).map((term) => term.text)

describe('fold', () => {
  it.each([
    ['Élysée', 'elysee'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['İSTANBUL', 'istanbul'],
    ['ISPARTA', 'isparta'],
    ['ısparta', 'isparta'],
    ['şüpheli', 'supheli'],
    ['Ёлка', 'елка'],
    ['йод', 'иод'],
    ['Ωμέγας', 'ωμεγασ'],
    ['ﬁnance', 'finance'],
    ['ＡＢＣ１２', 'abc12'],
    ['Łódź', 'lodz'],
    ['مُحَمَّد', 'محمد'],
    ['أحمد', 'احمد'],
    ['إسلام', 'اسلام'],
    ['آخر', 'اخر'],
    ['مدرسة', 'مدرسه'],
    ['مستشفى', 'مستشفي'],
    ['العـــربية', 'العربيه'],
    ['२०२६', '2026'],
    ['٢٠٢٦', '2026'],
    ['हिन्दी', 'हिन्दी'],
    ['ज़मीन', 'ज़मीन'.normalize('NFC')],
    ['नई', 'नई'],
    ['co\u00adoperate', 'cooperate'],
  ])('%s is looked for as %s', (word, folded) => {
    expect(fold(word)).toBe(folded)
  })

  it('keeps Indic vowel signs, which make another word', () => {
    expect(fold('कि')).not.toBe(fold('का'))
    expect(fold('दिन')).not.toBe(fold('दान'))
  })

  it('folds twice as once', () => {
    for (const word of ['Élysée', 'İ', 'ﷺ', 'ß', 'ज़', 'ﬃ', '㎏', 'ΐ']) expect(fold(fold(word))).toBe(fold(word))
  })
})

describe('termsOf', () => {
  it.each([
    ['The leader’s trip; Putin’s, too', ['the', 'leader', 'trip', 'putin', 'too']],
    ['AT&T rose 3.5%', ['at', 't', 'rose', '3', '5']],
    ['大阪城', ['大阪', '阪城', '城']],
    ['G7首脑', ['g7', '首脑', '脑']],
    ['서울시', ['서울', '울시', '시']],
    ['', []],
    ['— … “”', []],
  ])('%s', (text, expected) => {
    expect(terms(text)).toEqual(expected)
  })

  it('parts Thai into words', () => {
    expect(terms('นายกรัฐมนตรีเดินทาง').length).toBeGreaterThan(1)
  })

  it('says where each stands in the text', () => {
    const text = 'Où est Élysée? 大阪 🦀 नई दिल्ली'
    for (const { text: term, start, end } of termsOf(text)) expect(fold(text.slice(start, end))).toBe(term)
  })

  it('cuts what is no word', () => {
    expect(terms('x'.repeat(5_000))[0]?.length).toBeLessThanOrEqual(40)
  })
})
