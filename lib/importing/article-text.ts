import type { Block } from '../articles/article-body'
import { cleanText } from './clean-text'
import {
  emptyArticle,
  FileRefused,
  type ParsedArticle,
  paragraph,
  parseMoment,
  parseNames,
  textNode,
} from './parsed-article'

/**
 * The plain-text article file: headline; `by NAME`; a date; the body in blocks parted by blank lines; a line of
 * `#Hashtags`; the boilerplate of the page it was copied from, which is dropped.
 */

type TextBlock = { line: number; lines: string[] }

const BYLINE = /^by\s+(\S.*)$/i
const DATE = /^\d{4}-\d\d?-\d\d?/
const HASHTAGS = /^#[\p{L}\p{N}\p{M}_]+(?:\s+#[\p{L}\p{N}\p{M}_]+)*$/u
const BOILERPLATE = /^(?:you may also like|leave a comment)\W*$/i
const HASHTAG = /[\p{L}\p{N}\p{M}_]+/gu

/** A heading is short, stands on one line and does not end as a sentence does. */
const LONGEST_HEADING = 100
const SENTENCE_END = /[.!?…:;,"'”’»›)\]。！？」』]$/u

/**
 * Reads a plain-text article file.
 *
 * @throws {FileRefused} when there is no article in it
 */
export function parseArticleText(text: string): ParsedArticle {
  const problems: ParsedArticle['problems'] = []
  const blocks = blocksOf(cleanText(text, problems))
  const headline = takeFirstLine(blocks)
  if (!headline) throw new FileRefused(1, 'The file has no headline.')
  const article = { ...emptyArticle(headline.text), problems }
  readByline(article, blocks)
  readDate(article, blocks)
  article.tags = takeTags(blocks)
  article.body.content = toBody(blocks)
  if (article.body.content.length === 0) problems.push({ line: headline.line, reason: 'The article has no text.' })
  return article
}

function blocksOf(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let open: TextBlock | null = null
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/[\s\u00a0]+/g, ' ').trim()
    if (line === '') open = null
    else if (open) open.lines.push(line)
    else {
      open = { line: index + 1, lines: [line] }
      blocks.push(open)
    }
  }
  return blocks
}

/** Takes a block's first line out; the block goes with its last. */
function takeFirstLine(blocks: TextBlock[]): { text: string; line: number } | null {
  const [block] = blocks
  const text = block?.lines.shift()
  if (!block || text === undefined) return null
  const { line } = block
  block.line += 1
  if (block.lines.length === 0) blocks.shift()
  return { text, line }
}

function readByline(article: ParsedArticle, blocks: TextBlock[]): void {
  const [, names] = BYLINE.exec(blocks[0]?.lines[0] ?? '') ?? []
  if (!names) return
  article.bylines = parseNames(names)
  takeFirstLine(blocks)
}

function readDate(article: ParsedArticle, blocks: TextBlock[]): void {
  const candidate = blocks[0]?.lines[0] ?? ''
  if (!DATE.test(candidate)) return
  const moment = parseMoment(candidate)
  const isDateLine = moment !== null || /^[\d\s:TZ.+-]+$/.test(candidate)
  if (!isDateLine) return
  const taken = takeFirstLine(blocks)
  article.published = moment
  if (!moment) {
    const reason = `“${candidate}” is no date; expected YYYY-MM-DD HH:MM:SS. The article stays a draft.`
    article.problems.push({ line: taken?.line ?? null, reason })
  }
}

/** Every line of hashtags, wherever it stands, in order; the boilerplate lines go with them. */
function takeTags(blocks: TextBlock[]): string[] {
  const tags = new Map<string, string>()
  for (const block of blocks) {
    block.lines = block.lines.filter((line) => {
      if (BOILERPLATE.test(line)) return false
      if (!HASHTAGS.test(line)) return true
      for (const tag of line.match(HASHTAG) ?? []) if (!tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag)
      return false
    })
  }
  return [...tags.values()]
}

function toBody(blocks: TextBlock[]): Block[] {
  const full = blocks.filter((block) => block.lines.length > 0)
  return full.map((block, index) => {
    const text = block.lines.join(' ')
    const next = full[index + 1]
    const opensSection = isHeadingLike(block) && next !== undefined && !isHeadingLike(next)
    return opensSection ? { type: 'heading', attrs: { level: 2 }, content: [textNode(text)] } : paragraph(text)
  })
}

function isHeadingLike({ lines }: TextBlock): boolean {
  const [only = ''] = lines
  return lines.length === 1 && only.length <= LONGEST_HEADING && !SENTENCE_END.test(only)
}
