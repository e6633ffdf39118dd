import { parseArticleMarkdown } from './article-markdown'
import { parseArticleText } from './article-text'
import { FileRefused, type ParsedArticle } from './parsed-article'

const PARSERS: Record<string, (text: string) => ParsedArticle> = {
  txt: parseArticleText,
  text: parseArticleText,
  md: parseArticleMarkdown,
  markdown: parseArticleMarkdown,
}

/**
 * Reads an article file in the format that its ending names.
 *
 * @throws {FileRefused} when no article can be made of it
 */
export function parseArticleFile(name: string, text: string): ParsedArticle {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const parse = PARSERS[ending]
  if (!parse) throw new FileRefused(null, `Files ending in “.${ending}” are not read; .txt and .md are.`)
  return parse(text)
}
