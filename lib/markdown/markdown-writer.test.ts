import { describe, expect, it } from 'vitest'
import type { Block, Inline } from '../articles/article-body'
import { writeMarkdown } from './markdown-writer'
import { link, paragraph, readBack, text, words } from './test-blocks'

describe('writeMarkdown', () => {
  it.each([
    ...[
      'Plain words.',
      '*not bold* _nor this_ ~~nor~~',
      '# no heading',
      '## none',
      '- no item',
      '+ none',
      '1. no item',
      '12) none',
      '> no quote',
    ],
    ...[
      '---',
      '===',
      '***',
      '```',
      '    four spaces',
      '\u00A0a space that stays\u00A0',
      '[no](link) ![none](x)',
      '<b>no HTML</b> &amp; &copy; &#35;',
    ],
    ...[
      'a | b',
      '| --- |',
      'back\\slash',
      '`no code`',
      'a\ttab',
      'ends with a space ',
      'http://a.example',
      'C# and #1 and # 2',
      'snake_case_name',
      '2 * 3 * 4',
    ],
    ...[
      '— a dash',
      '"quotes" ‘and’ …',
      'العربية',
      '日本語。',
      '🦊',
      'a  b',
      '1986\\. A year',
      '1986. A great year',
      '~~~',
      ':::',
      '\\',
      '\\\\',
      '!',
    ],
  ])('keeps %j', (line) => {
    expect(readBack([words(line)])).toEqual([words(line)])
    const item: Block = { type: 'bulletList', content: [{ type: 'listItem', content: [words(line)] }] }
    expect(readBack([item])).toEqual([item])
    const heading: Block = { type: 'heading', attrs: { level: 2 }, content: [text(line)] }
    expect(readBack([words('First.'), heading])).toEqual([words('First.'), heading])
  })

  it.each<[string, Inline[]]>([
    ['bold', [text('a '), text('b', 'bold'), text(' c')]],
    ['emphasis inside a word', [text('un'), text('believ', 'italic'), text('able')]],
    ['bold inside a word', [text('un'), text('believ', 'bold'), text('able')]],
    ['punctuation inside bold, letters outside', [text('a'), text('"b"', 'bold'), text('c')]],
    ['spaces inside bold', [text('a'), text(' b ', 'bold'), text('c')]],
    ['spaces inside italics', [text('a'), text(' b ', 'italic'), text('c')]],
    ['bold beside italics', [text('a', 'bold'), text('b', 'italic'), text('c', 'bold')]],
    ['italics in bold', [text('a ', 'bold'), text('b', 'bold', 'italic'), text(' c', 'bold')]],
    ['bold in italics', [text('a', 'italic'), text('b', 'italic', 'bold'), text('c', 'italic')]],
    ['both', [text('both', 'bold', 'italic')]],
    ['strike', [text('a'), text('b.', 'strike'), text('c')]],
    ['code', [text('a '), text('let x = `1` * 2 | &amp;', 'code'), text(' c')]],
    ['code with backticks at its ends', [text('`x`', 'code')]],
    ['bold code', [text('x', 'bold', 'code')]],
    ['a link', [text('see '), text('here', link('https://a.example/b_c?d=e&copy=f#g')), text('.')]],
    ['a link after an exclamation mark', [text('see!'), text('here', link('/world/a'))]],
    ['a link with brackets', [text('[1]', link('https://a.example/(x)'))]],
    ['bold in a link', [text('a ', link('https://a.example')), text('b', link('https://a.example'), 'bold')]],
    ['a link in bold', [text('a ', 'bold'), text('b', 'bold', link('mailto:desk@a.example'))]],
    ['a line break', [text('a'), { type: 'hardBreak' }, text('- b'), { type: 'hardBreak' }, text('# c')]],
    ['a break in bold', [text('a', 'bold'), { type: 'hardBreak' }, text('b')]],
  ])('keeps %s', (_, inline) => {
    expect(readBack([paragraph(...inline)])).toEqual([paragraph(...inline)])
  })

  it('writes plain Markdown where it can', () => {
    const line = paragraph(
      text('The '),
      text('Aurora', 'italic'),
      text(' and '),
      text('not', 'bold'),
      text(', he said.'),
    )
    expect(writeMarkdown({ type: 'doc', content: [line] }, () => '')).toBe('The _Aurora_ and **not**, he said.')
  })

  it('gives what Markdown has no words for the nearest that it has', () => {
    expect(readBack([paragraph(text('H'), text('2', 'subscript'), text('O'))])).toEqual([words('H2O')])
  })
})
