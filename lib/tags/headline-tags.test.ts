import { describe, expect, it } from 'vitest'
import { headlineTags } from './headline-tags'

describe('headlineTags', () => {
  it('keeps the words that say what it is about, in order', () => {
    const headline = 'Kim Jong Un in Russia: what we know about the North Korean leader’s trip to meet Putin'
    expect(headlineTags(headline)).toEqual([
      'Kim',
      'Jong',
      'Russia',
      'North',
      'Korean',
      'leaders',
      'trip',
      'meet',
      'Putin',
    ])
  })

  it('takes a straight apostrophe for a curly one', () => {
    expect(headlineTags("The mayor's plan")).toEqual(['mayors', 'plan'])
  })

  it('takes each word once, however it is spelled', () => {
    expect(headlineTags('Flood after flood after FLOOD')).toEqual(['Flood'])
  })

  it('leaves small numbers out and years in', () => {
    expect(headlineTags('11 dead in 2026 flood')).toEqual(['dead', '2026', 'flood'])
  })

  it.each([
    ['de', 'Was wir über die Flut in Marram wissen', ['Flut', 'Marram']],
    ['ru', 'Что мы знаем о наводнении в Москве', ['наводнении', 'Москве']],
    ['fr', 'Ce que l’on sait de la crue', ['crue']],
    ['ja', '東京で大雨', ['東京', '大雨']],
  ])('knows the words of %s', (language, headline, tags) => {
    expect(headlineTags(headline, language)).toEqual(tags)
  })

  it.each([
    ['fr', 'Aujourd’hui, l’eau d’Évian', ['eau', 'Évian']],
    ['it', 'L’acqua dell’Arno', ['acqua', 'Arno']],
    ['zh', '我们知道东京的天气', ['东京', '天气']],
    ['tr', 'İstanbul’da NASIL bir kış', ['İstanbulda', 'kış']],
    ['hi', 'दिल्ली में बाढ़ के बाद', ['दिल्ली', 'बाढ़']],
    ['de-AT', 'Die Flut', ['Flut']],
    ['pt_BR', 'Os rios sobem', ['rios', 'sobem']],
  ])('knows how %s spells', (language, headline, tags) => {
    expect(headlineTags(headline, language)).toEqual(tags)
  })

  it.each(['constructor', '__proto__', 'x y', '', 'zh-', 'x'.repeat(50)])(
    'leaves words of the language %j as they are',
    (language) => {
      expect(headlineTags('Brakka flutto', language)).toEqual(['Brakka', 'flutto'])
    },
  )

  it('has no mark for a word', () => {
    expect(headlineTags('❤️ \u0301\u0301\u0301 love')).toEqual(['love'])
  })

  it('offers nothing for nothing', () => {
    expect(headlineTags('')).toEqual([])
    expect(headlineTags('To be or not to be')).toEqual([])
    expect(headlineTags('!!! —')).toEqual([])
  })

  it('survives a headline of a million characters', () => {
    expect(headlineTags('harbour '.repeat(125_000))).toEqual(['harbour'])
  })
})
