import { describe, expect, it } from 'vitest'
import { articleContentSchema, articleInputSchema } from './article-input'

const read = (language: string) => articleInputSchema.safeParse({ section: 'news', headline: 'Rain', language })

describe('the language of an article', () => {
  it.each([
    ['en', 'en'],
    ['PT-br', 'pt-BR'],
    ['zh-hant', 'zh-Hant'],
    ['iw', 'he'],
    [' de ', 'de'],
  ])('%s is %s', (given, canonical) => {
    expect(read(given).data?.language).toBe(canonical)
  })

  it.each(['', 'e', 'en_US', 'english language', 'de-', 'x'.repeat(36), 'en-\u0000'])('is not “%s”', (given) => {
    const { error } = read(given)
    expect(error?.issues[0]?.message).toBeTruthy()
  })

  it('is asked for in words that say what to write', () => {
    expect(read('en_US').error?.issues[0]?.message).toBe(
      '“en_US” names no language: BCP 47 writes them as en, pt-BR or zh-Hant.',
    )
  })
})

describe('a line of an article', () => {
  const hostile = ' Rain\u0000 in\u0007\n the\u202E north\u2066\ud800 \u2028again\u009f '

  it.each(['headline', 'standfirst', 'kicker', 'dateline', 'seoTitle', 'socialHeadline'] as const)(
    'has nothing in its %s that no page shows, whichever door it came by',
    (name) => {
      for (const schema of [articleInputSchema, articleContentSchema]) {
        const given = { section: 'news', headline: 'Rain', language: 'en', [name]: hostile }
        expect(schema.parse(given)[name]).toBe('Rain in  the north  again')
      }
    },
  )

  it('keeps what joins letters and says where they run', () => {
    const headline = 'می‌خواهم 👩‍🚒 \u200Fשלום'
    expect(articleInputSchema.parse({ section: 'news', headline, language: 'fa' }).headline).toBe(headline)
  })

  it('is missing where there was nothing else in it', () => {
    const given = { section: 'news', headline: '\u0000\u202E', language: 'en' }
    expect(articleInputSchema.safeParse(given).success).toBe(false)
    expect(articleContentSchema.parse(given).headline).toBe('')
  })
})

describe('the body of an article', () => {
  const hostile = 'Rain\u0000\tin\u0007\r\nthe\u202E north\u2066\ud800 again\u009f\u007f'
  const asText = 'Rain\tin\nthe north again'
  const asLine = 'Rain in the north again'
  const text = (words: string) => ({ type: 'text', text: words })
  const paragraph = (words: string) => ({ type: 'paragraph', attrs: { id: 'p-1' }, content: [text(words)] })
  const picture = (words: string) => ({ media: 1, alt: words, caption: words, credit: words })
  const written = (words: string, line: string) => [
    paragraph(words),
    { type: 'heading', attrs: { level: 2 }, content: [text(words)] },
    { type: 'codeBlock', content: [text(words)] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(words)] }] },
    { type: 'pullQuote', attrs: { attribution: line }, content: [text(words)] },
    { type: 'image', attrs: picture(line) },
    { type: 'gallery', attrs: { title: line, pictures: [picture(line)] } },
    {
      type: 'embed',
      attrs: {
        provider: 'YouTube',
        address: 'https://www.youtube.com/watch?v=x',
        title: line,
        thumbnail: picture(line),
      },
    },
    {
      type: 'table',
      attrs: { caption: line },
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1, align: null }, content: [paragraph(words)] }],
        },
      ],
    },
    { type: 'factBox', attrs: { title: line }, content: [paragraph(words)] },
    {
      type: 'timeline',
      attrs: { title: line },
      content: [{ type: 'timelineEntry', attrs: { when: line }, content: [paragraph(words)] }],
    },
  ]
  const doc = (content: unknown[]) => ({ type: 'doc', content })
  const bodyOf = (schema: typeof articleInputSchema | typeof articleContentSchema, content: unknown[]) =>
    schema.parse({ section: 'news', headline: 'Rain', language: 'en', body: doc(content) } as never).body

  it('has nothing in it that no page shows, whichever door it came by, and keeps its ids', () => {
    for (const schema of [articleInputSchema, articleContentSchema]) {
      const cleaned = bodyOf(schema, written(hostile, hostile))
      expect(cleaned).toEqual(doc(written(asText, asLine)))
      expect(bodyOf(schema, cleaned.content)).toEqual(cleaned)
    }
  })

  it('keeps what joins letters and says where they run', () => {
    const words = 'می‌خواهم 👩‍🚒 \u200Fשלום\u00ad\u00a0'
    expect(bodyOf(articleInputSchema, [paragraph(words)])).toEqual(doc([paragraph(words)]))
  })

  it('has no empty text where there was nothing else in it', () => {
    const content = [text('Rain'), text('\u0000\u0007'), { type: 'hardBreak' }, text('again')]
    expect(bodyOf(articleInputSchema, [{ type: 'paragraph', content }]).content).toEqual([
      { type: 'paragraph', content: [text('Rain'), { type: 'hardBreak' }, text('again')] },
    ])
    const code = bodyOf(articleInputSchema, [{ type: 'codeBlock', content: [text('\u0000')] }])
    expect(code.content).toEqual([{ type: 'codeBlock', content: [] }])
  })
})
