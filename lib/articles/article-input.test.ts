import { describe, expect, it } from 'vitest'
import { articleInputSchema } from './article-input'

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
