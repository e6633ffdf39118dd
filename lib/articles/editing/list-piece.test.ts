import { expect, it } from 'vitest'
import { pieceAt, withPiece } from './list-piece'

const tags = '#Floods, #mar, #Rain'

it.each([
  [0, '#Floods'],
  [7, '#Floods'],
  [8, '#mar'],
  [13, '#mar'],
  [14, '#Rain'],
  [20, '#Rain'],
])('at %i one writes at %s', (caret, words) => {
  expect(pieceAt(tags, caret, ',').words).toBe(words)
})

it('finds a line of several, and an empty one', () => {
  const names = 'Priya\nOw\n'
  expect(pieceAt(names, 8, '\n')).toEqual({ words: 'Ow', start: 6, end: 8 })
  expect(pieceAt(names, 9, '\n').words).toBe('')
  expect(pieceAt('', 0, '\n')).toEqual({ words: '', start: 0, end: 0 })
})

it('puts a word in the place of a piece', () => {
  const put = (caret: number, word: string) => withPiece(tags, pieceAt(tags, caret, ','), word, ',')
  expect(put(13, '#Marram Dam')).toEqual({ text: '#Floods, #Marram Dam, #Rain', caret: 20 })
  expect(put(3, '#Floods in Marram').text).toBe('#Floods in Marram, #mar, #Rain')
  expect(put(20, '#Rainfall')).toEqual({ text: '#Floods, #mar, #Rainfall, ', caret: 26 })
  expect(withPiece('Pri', pieceAt('Pri', 3, '\n'), 'Priya', '\n')).toEqual({ text: 'Priya\n', caret: 6 })
})
