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
