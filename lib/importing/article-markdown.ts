import type { Block } from '../articles/article-body'
import { plainText } from '../articles/body-text'
import { cleanText } from './clean-text'
import { takeFrontMatter } from './markdown-front-matter'
import { readerOf } from './markdown-reader'
import { FileRefused, type ParsedArticle, type PictureReference, type Problem } from './parsed-article'

/**
 * Reads Markdown with front matter.
 *
 * @throws {FileRefused} when there is no article in it
 */
export function parseArticleMarkdown(text: string): ParsedArticle {
  const problems: Problem[] = []
  const clean = cleanText(text, problems)
  const { article, whole } = takeFrontMatter(clean, problems)
  const reader = readerOf(clean.slice(whole.length), whole.split('\n').length - 1, problems)
  article.body.content = reader.blocks()
  article.pictures = reader.pictures
  article.headline = article.headline.replace(/\s+/g, ' ').trim()
  takeHeadline(article, reader.titles)
  if (!article.headline)
    throw new FileRefused(1, 'The file has no headline: neither in its front matter nor as its first # heading.')
  if (article.body.content.length === 0) problems.push({ line: null, reason: 'The article has no text.' })
  return article
}

/**
 * A body alone, without front matter or headline, as the form of the desk has it.
 *
 * @returns the blocks; a picture's `media` counts through `pictures`, from 1
 */
export function parseBodyMarkdown(text: string): {
  content: Block[]
  pictures: PictureReference[]
  problems: Problem[]
} {
  const problems: Problem[] = []
  if (text.trim() === '') return { content: [], pictures: [], problems }
  const reader = readerOf(cleanText(text, problems), 0, problems)
  return { content: reader.blocks(), pictures: reader.pictures, problems }
}

/** A first heading that is the headline is not said twice; without another headline the first # heading is it. */
function takeHeadline(article: ParsedArticle, titles: Set<Block>): void {
  const { content } = article.body
  const [first] = content
  const repeats = first?.type === 'heading' && plainText(first).trim() === article.headline
  const title = article.headline ? repeats && first : content.find((block) => titles.has(block))
  if (!title) return
  article.headline ||= plainText(title).trim()
  article.body.content = content.filter((block) => block !== title)
}
