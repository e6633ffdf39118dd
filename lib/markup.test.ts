import { XMLValidator } from 'fast-xml-parser'
import { expect, it } from 'vitest'
import { element, escapeMarkup, join, xmlDocument } from './markup'

it('escapes whatever is text, in elements and in attributes', () => {
  const hostile = `]]></a><script>"'&amp;`
  const written = element('a', { title: hostile, empty: undefined }, hostile)
  expect(written.text).toBe(
    '<a title="]]&gt;&lt;/a&gt;&lt;script&gt;&quot;&#39;&amp;amp;">]]&gt;&lt;/a&gt;&lt;script&gt;&quot;&#39;&amp;amp;</a>',
  )
})

it('takes out what no XML document may hold, and nothing else', () => {
  expect(escapeMarkup('a\u0000b\u000bc\u001fd\ufffee\uffff')).toBe('abcde')
  expect(escapeMarkup('half \ud83d and whole 😀, tab\tand\nline')).toBe('half  and whole 😀, tab\tand\nline')
  expect(escapeMarkup('\u202eمرحبا\u202c')).toBe('\u202eمرحبا\u202c')
})

it('writes pieces as they are, leaves out what is not there, and closes what is empty', () => {
  const written = element('p', {}, element('br'), null, false, join(['<', element('b', {}, 'x')]), element('i'))
  expect(written.text).toBe('<p><br/>&lt;<b>x</b><i></i></p>')
  expect(XMLValidator.validate(xmlDocument(written))).toBe(true)
})
