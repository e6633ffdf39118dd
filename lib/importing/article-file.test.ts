import { describe, expect, it } from 'vitest'
import { parseArticleFile } from './article-file'
import { FileRefused } from './parsed-article'

describe('parseArticleFile', () => {
  it.each(['a.txt', 'a.TEXT', 'some.folder/a.txt'])('reads %s as plain text', (name) => {
    expect(parseArticleFile(name, '# H\n\nText.').headline).toBe('# H')
  })

  it.each(['a.md', 'a.Markdown', 'C:\\some.folder\\a.md'])('reads %s as Markdown', (name) => {
    expect(parseArticleFile(name, '# H\n\nText.').headline).toBe('H')
  })

  it.each([
    ['site.xml', 'WordPress'],
    ['site.JSON', 'Ghost'],
    ['a.docx', '.docx'],
    ['README', '“README”'],
    ['some.txt/README', 'no ending'],
    ['a.constructor', '.constructor'],
    ['', 'no ending'],
  ])('refuses %j and says why', (name, reason) => {
    const parse = () => parseArticleFile(name, 'H\n\nText.')
    expect(parse).toThrow(FileRefused)
    expect(parse).toThrow(reason)
  })

  it('survives five megabytes of stacked marks', () => {
    const { body } = parseArticleFile('a.txt', `H\n\na${'\u0301\u0316'.repeat(1_200_000)}`)
    expect(JSON.stringify(body).length).toBeLessThan(200)
  })
})
