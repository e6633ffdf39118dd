import { describe, expect, it } from 'vitest'
import { csvFile } from './csv'

const cell = (text: string) =>
  csvFile([], [[text]])
    .split('\r\n')
    .slice(1)
    .join('\r\n')
    .trimEnd()

describe('csvFile', () => {
  it('writes lines of cells, with a mark that it is UTF-8', () => {
    expect(csvFile(['Who', 'What'], [['Ada', 'said “yes”, twice']])).toBe(
      '\uFEFF"Who","What"\r\n"Ada","said “yes”, twice"\r\n',
    )
  })

  it('keeps quotation marks and ends of lines within a cell', () => {
    expect(cell('a "b"\nc')).toBe('"a ""b""\nc"')
  })

  it.each(['=cmd()', '+1', '-1', '@x', '\t=1', '\r=1', ' =1', '＝1', '＠x', '|x', '%x', '\n=1'])(
    'makes %j text',
    (text) => {
      expect(cell(text).startsWith(`"'`)).toBe(true)
    },
  )
})
