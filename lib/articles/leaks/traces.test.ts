import { describe, expect, it } from 'vitest'
import { distinctive, findTraces, headlinePhrase, longWords, phrasesOf, type Traces } from './traces'

const traces: Traces = {
  slug: 'lamp-is-lit',
  phrases: [
    ...headlinePhrase('The keeper’s “lamp” is lit & burns', 'its headline'),
    ...phrasesOf('It was a long night for the keeper of the northern light.', 'words of its text'),
  ],
  words: ['oberlichtung'],
  pictures: [12],
}
const found = (text: string, address = '/latest') => findTraces(traces, address, text)

describe('findTraces', () => {
  it.each([
    ['a headline as HTML has it', '<h1>The keeper&#x27;s “lamp” is lit &amp; burns</h1>', 'its headline'],
    ['as JSON has it', '{"headline":"The keeper\\u2019s \\u201clamp\\u201d is lit & burns"}', 'its headline'],
    ['marked by a search', 'The keeper’s “<mark>lamp</mark>” is lit &amp; burns', 'its headline'],
    ['in an attribute', '<meta content="the keeper&#39;s &quot;lamp&quot; is lit &amp; burns">', 'its headline'],
    ['the beginning of a paragraph', '<p>It was a long <b>night</b> for the keeper, they say', 'words of its text'],
    ['its slug', '<loc>http://localhost/news/lamp-is-lit</loc>', 'its slug'],
    ['a word of its own', 'Did you mean <a>Oberlichtung</a>?', 'the word “oberlichtung”'],
    ['a picture', '<img src="/media/12/lamp-320.jpg">', 'picture 12'],
  ])('finds %s', (_, text, words) => expect(found(text)).toEqual([words]))

  it.each([
    ['nothing', ''],
    ['a part of a slug', '/news/the-lamp-is-lit-again and lamp-is-lit-2'],
    ['a part of a word', 'Oberlichtungen'],
    ['another picture', '/media/121/lamp-320.jpg'],
    ['an impossible letter', '&#x110000; &#99999999; \\ud800'],
  ])('finds nothing in %s', (_, text) => expect(found(text)).toEqual([]))

  it('does not count what was asked for', () => {
    expect(found('Nothing for “oberlichtung”', '/search?q=oberlichtung')).toEqual([])
    expect(found('No page at /news/lamp-is-lit', '/news/lamp-is-lit')).toEqual([])
    expect(found('Nothing for “oberlichtung”', '/search?q=%E0%A4%A')).toEqual(['the word “oberlichtung”'])
  })
})

it('a headline of one word, and a short paragraph, are no phrases', () => {
  expect(headlinePhrase('Flood', 'its headline')).toEqual([])
  expect(phrasesOf('Short.\n\nShort, too.', 'words')).toEqual([])
})

it('the longest words are looked for, but those of the paper', () => {
  const words = longWords('Nightingales sang unexpectedly, and nightingales sang 12345678.')
  expect(words).toEqual(['nightingales', 'unexpectedly'])
  expect(distinctive(words, (word) => word === 'nightingales')).toEqual(['unexpectedly'])
})
