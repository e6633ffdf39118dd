import { expect, it } from 'vitest'
import type { Block } from './article-body'
import { repeatingQuotes } from './pull-quotes'

const content = (text: string) => [{ type: 'text' as const, text }]
const paragraph = (text: string): Block => ({ type: 'paragraph', content: content(text) })
const quote = (text: string): Block => ({ type: 'pullQuote', attrs: { attribution: '' }, content: content(text) })
const isRepeated = (quoted: Block, ...others: Block[]) =>
  repeatingQuotes({ type: 'doc', content: [quoted, ...others] }).has(quoted)

it('knows a pull quote that the text says too, however it is punctuated', () => {
  const text = paragraph('“We wrote it down,” she said. “Nobody could say they had not been told.”')
  expect(isRepeated(quote('Nobody could say they had not been told'), text)).toBe(true)
  expect(isRepeated(quote('“We wrote it  down.”'), text)).toBe(true)
})

it('takes a quotation that stands nowhere else for part of the text', () => {
  expect(isRepeated(quote('I told them so'), paragraph('Nobody was told.'))).toBe(false)
  expect(isRepeated(quote('I told them so'), quote('I told them so'))).toBe(false)
})
