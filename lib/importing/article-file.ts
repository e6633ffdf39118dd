import { parseArticleMarkdown } from './article-markdown'
import { parseArticleText } from './article-text'
import { FileRefused, type ParsedArticle } from './parsed-article'

const PARSERS = new Map<string, (text: string) => ParsedArticle>([
  ['txt', parseArticleText],
  ['text', parseArticleText],
  ['md', parseArticleMarkdown],
  ['markdown', parseArticleMarkdown],
])

const OTHER_NEWSROOMS = new Set(['xml', 'json'])

/**
 * Putting stacked marks into their order takes the square of their number; no writing stacks more than thirty
 * (Unicode Standard Annex 15, stream-safe text).
 */
const STACKED_MARKS = /(\p{M}{30})\p{M}+/gu

/**
 * Reads an article file in the format that its ending names.
 *
 * @param name the file's name or path
 * @param text what it says, as `decodeFile` gives it
 * @throws {FileRefused} when no article can be made of it
 */
export function parseArticleFile(name: string, text: string): ParsedArticle {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const parse = PARSERS.get(ending)
  if (parse) return parse(text.replace(STACKED_MARKS, '$1'))
  if (OTHER_NEWSROOMS.has(ending)) {
    throw new FileRefused(
      null,
      `WordPress (.xml) and Ghost (.json) files are not read yet; “${name}” is one by its name.`,
    )
  }
  const given = ending ? `Files ending in “.${ending}” are not read` : `“${name}” has no ending that says what it is`
  throw new FileRefused(null, `${given}; expected .txt, .text, .md or .markdown.`)
}
