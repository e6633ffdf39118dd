import { describe, expect, it } from 'vitest'
import { articleBodySchema } from '../articles/article-body'
import { plainText } from '../articles/body-text'
import { parseArticleMarkdown } from './article-markdown'
import { FileRefused } from './parsed-article'

const parse = (body: string) => parseArticleMarkdown(`---\nheadline: H\n---\n${body}`)

describe('the body', () => {
  it('has blocks of every kind', () => {
    const { body } = parse(`## Section

Text with **bold**, *italic*, ~~struck~~, \`code\` and [a link](https://example.org/a).

- one
- two
  1. deep

3. three
4. four

> Said by nobody.

| Name | Sum |
| --- | ---: |
| A | 1 |

\`\`\`
code <b>
\`\`\`

---

#### Deep`)
    expect(body.content.map(({ type }) => type)).toEqual([
      ...[
        'heading',
        'paragraph',
        'bulletList',
        'orderedList',
        'blockquote',
        'table',
        'codeBlock',
        'horizontalRule',
        'heading',
      ],
    ])
    expect(body.content[3]).toMatchObject({ attrs: { start: 3 } })
    expect(body.content.at(-1)).toMatchObject({ attrs: { level: 3 } })
    expect(articleBodySchema.safeParse(body).success).toBe(true)
  })

  it('keeps marks inside one another', () => {
    const [block] = parse('[**bold** link](/world/a)').body.content
    expect(block).toMatchObject({
      content: [
        { text: 'bold', marks: [{ type: 'link' }, { type: 'bold' }] },
        { text: ' link', marks: [{ type: 'link', attrs: { href: '/world/a' } }] },
      ],
    })
  })

  it.each(['> We knew — Ana Ruiz', '> We knew\n> — Ana Ruiz', '> We knew\n>\n> — Ana Ruiz'])(
    'takes %j for a pull quote',
    (quote) => {
      expect(parse(quote).body.content).toEqual([
        { type: 'pullQuote', attrs: { attribution: 'Ana Ruiz' }, content: [{ type: 'text', text: 'We knew' }] },
      ])
    },
  )

  it('takes a picture alone for a picture, and one in a sentence for its words', () => {
    const { body, pictures, problems } = parse('![A dam](dam.jpg "At dawn | Lena Ortiz")\n\nSee ![this](x.png) here.')
    expect(pictures).toEqual([{ file: 'dam.jpg', alt: 'A dam', caption: 'At dawn', credit: 'Lena Ortiz' }])
    expect(body.content[0]).toMatchObject({ type: 'image', attrs: { media: 1, alt: 'A dam' } })
    expect(plainText(body.content[1] as never)).toBe('See this here.')
    expect(problems).toHaveLength(1)
  })

  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '//evil.example', 'vbscript:x'])(
    'does not link to %s',
    (address) => {
      const { body } = parse(`[words](${address})`)
      expect(JSON.stringify(body)).not.toContain('"link"')
      expect(plainText(body)).toContain('words')
    },
  )

  it('takes HTML for text', () => {
    const { body } = parse('<script>alert(1)</script>\n\n<b onclick=x>hello</b>')
    expect(plainText(body)).toContain('<script>alert(1)</script>')
  })

  it('takes the first # heading for the headline, wherever it stands, and no lesser one', () => {
    const { headline, body } = parseArticleMarkdown('Above.\n\n# Title\n\n# Second')
    expect([headline, ...body.content.map(plainText)]).toEqual(['Title', 'Above.', 'Second'])
    expect(body.content[1]).toMatchObject({ type: 'heading', attrs: { level: 2 } })
    expect(() => parseArticleMarkdown('## Lesser\n\nText.')).toThrow(FileRefused)
  })

  it('puts pictures of lists and quotations after them, with their numbers right', () => {
    const { body, pictures, problems } = parse('> ![a](a.png)\n\n- ![b](b.png)\n- text\n\n![c](c.png)')
    expect(body.content.map(({ type }) => type)).toEqual(['image', 'bulletList', 'image', 'image'])
    const shown = body.content.flatMap((block) => (block.type === 'image' ? pictures[block.attrs.media - 1]?.file : []))
    expect(shown).toEqual(['a.png', 'b.png', 'c.png'])
    expect(problems).toHaveLength(2)
    expect(articleBodySchema.safeParse(body).success).toBe(true)
  })

  it('describes a picture in plain words, no longer than a body may hold', () => {
    const [first, second] = parse(`![*The* \`dam\`](a.png)\n\n![${'x'.repeat(3000)}](b.png)`).pictures
    expect(first?.alt).toBe('The dam')
    expect(second?.alt).toHaveLength(2000)
  })

  it.each(['- ![a](b)\n', '![a](b)\n'])('takes a great many pictures, written %j', (line) => {
    expect(parse(line.repeat(150_000)).pictures).toHaveLength(150_000)
  })

  it('takes a fence of pictures for a gallery', () => {
    const { body, pictures, problems } = parse(
      '```gallery Storm Ines\n![A quay](quay.jpg "At noon | Lena Ortiz")\n![A mast](mast.jpg)\n```\n\n![After](c.jpg)',
    )
    const [quay, mast] = [
      { media: 1, alt: 'A quay', caption: 'At noon', credit: 'Lena Ortiz' },
      { media: 2, alt: 'A mast', caption: '', credit: '' },
    ]
    expect(body.content[0]).toEqual({ type: 'gallery', attrs: { title: 'Storm Ines', pictures: [quay, mast] } })
    expect(body.content[1]).toMatchObject({ type: 'image', attrs: { media: 3 } })
    expect(pictures.map(({ file }) => file)).toEqual(['quay.jpg', 'mast.jpg', 'c.jpg'])
    expect(problems).toEqual([])
  })

  it('takes a fence with a link for an embed, and says whose it is', () => {
    const { body, problems } = parse(
      '```embed\n[The dam, live](https://youtu.be/abcdefghijk)\n![A still](still.jpg)\n```\n\n```embed\n[A map](https://maps.example/x)\n```',
    )
    expect(body.content).toEqual([
      {
        type: 'embed',
        attrs: {
          provider: 'YouTube',
          address: 'https://youtu.be/abcdefghijk',
          title: 'The dam, live',
          thumbnail: { media: 1, alt: 'A still', caption: '', credit: '' },
        },
      },
      { type: 'embed', attrs: { provider: 'maps.example', address: 'https://maps.example/x', title: 'A map' } },
    ])
    expect(problems).toEqual([])
  })

  it.each([
    ['```gallery\nno picture\n```', 'A gallery without pictures was left out.'],
    ['```gallery\n![a](a.jpg)\nwords\n```', 'What is no picture was left out of the gallery.'],
    ['```embed\nhttps://a.example\n```', 'An embed was left out'],
    ['```embed\n[a](http://a.example)\n```', 'An embed was left out'],
    ['```embed\n[a](javascript:alert)\n```', 'An embed was left out'],
    ['- ```gallery\n  ![a](a.jpg)\n  ```\n- text', 'A fence of gallery inside a list or a quotation was put after it.'],
    [`\`\`\`gallery\n${'![a](a.jpg)\n'.repeat(101)}\`\`\``, 'A gallery holds 100 pictures'],
  ])('says what was wrong with %j', (markdown, words) => {
    const { problems } = parse(markdown)
    expect(problems.map(({ reason }) => reason).join()).toContain(words)
    expect(problems[0]?.line).toEqual(expect.any(Number))
  })

  it('takes no picture out of the text itself', () => {
    const { pictures, problems } = parse('![a](data:image/png;base64,AAAA)')
    expect(pictures).toEqual([])
    expect(problems[0]?.line).toBe(4)
  })

  it.each(['> The plan — which nobody liked', '> — Ana Ruiz', '> One.\n>\n> Two.\n>\n> — Ana Ruiz'])(
    'takes %j for no pull quote',
    (quote) => {
      expect(parse(quote).body.content.map(({ type }) => type)).toEqual(['blockquote'])
    },
  )

  it('knows a name without capitals on a line of its own, and keeps the marks of what was said', () => {
    expect(parse('> We **knew**\n> — the engineer').body.content).toEqual([
      {
        type: 'pullQuote',
        attrs: { attribution: 'the engineer' },
        content: [
          { type: 'text', text: 'We ' },
          { type: 'text', text: 'knew', marks: [{ type: 'bold' }] },
        ],
      },
    ])
  })

  it('keeps a text of one kind in one node, lines joined as the script asks', () => {
    const [block, chinese] = parse('One\ntwo &amp; three\n\n東京の\n天気').body.content
    expect(block).toEqual({ type: 'paragraph', content: [{ type: 'text', text: 'One two & three' }] })
    expect(plainText(chinese as never)).toBe('東京の天気')
  })

  it('lets no hidden character in by an entity', () => {
    expect(plainText(parse('a&#x202E;b').body)).toBe('ab')
  })

  it('says when there is no text', () => {
    expect(parse('').problems).toHaveLength(1)
  })

  it('does not say the headline twice', () => {
    expect(plainText(parse('# H\n\nText.').body)).toBe('Text.')
  })

  it.each([
    `${'*a '.repeat(20_000)}${'b*'.repeat(20_000)}`,
    'a\n'.repeat(200_000),
    '['.repeat(50_000),
    '*'.repeat(50_000),
    '> '.repeat(5_000),
    '`'.repeat(50_000),
    '|'.repeat(50_000),
  ])('survives hostile text', (text) => {
    const { body } = parse(`Text.\n\n${text}`)
    expect(articleBodySchema.safeParse(body).success).toBe(true)
  })
})
