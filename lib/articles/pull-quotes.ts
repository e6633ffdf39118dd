import type { ArticleBody, Block } from './article-body'
import { plainText } from './body-text'

/**
 * The pull quotes that only repeat what the text says elsewhere: seen twice they are ornament, heard twice they are a
 * stumble.
 */
export function repeatingQuotes(body: ArticleBody): ReadonlySet<Block> {
  const quotes = body.content.filter((block) => block.type === 'pullQuote')
  if (quotes.length === 0) return new Set()
  const rest = comparable(
    body.content
      .filter((block) => block.type !== 'pullQuote')
      .map(plainText)
      .join(' '),
  )
  return new Set(quotes.filter((quote) => rest.includes(comparable(plainText(quote)))))
}

/** Words alone, so that a quotation mark or a full stop makes no difference. */
function comparable(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}
