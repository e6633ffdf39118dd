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
const LONGEST_BYLINE = 300
/** “By Monday it was over.” is a sentence; “by Sammy Davis Jr.” is not. */
const SENTENCE = /[.!?…"”]$/u
const ABBREVIATED_NAME = /(?:^|[\s.])(?:\p{Lu}|[JS]r)\.$/u

/** A line that is a date and nothing else, whether or not it is one that exists. */
const DATE = /^\d{4}-\d\d?-\d\d?(?:[T ][\d:.]+)?(?: ?(?:[A-Z]{1,5}|[A-Z][a-z]+\/\w+|(?:UTC|GMT)?[+-][\d:]+))?$/

/** Hashtags may be parted by commas, and hold hyphens and the joiners that Persian and Hindi spell with. */
const HASHTAGS = /^[#＃][^\s,;、，#＃]+(?:[\s,;、，]+[#＃][^\s,;、，#＃]+)*[\s,;、，]*$/u
const HASHTAG = /[^\s,;、，#＃]+/gu
const BOILERPLATE = /^(?:you may also like|leave a comment)[\W\d]*$/i

/** What a reader sees nothing of, beyond white space. */
const INVISIBLE = /^[\s\u00AD\u200B-\u200F\u2060]*$/

/** A heading is short, stands on one line and does not end as a sentence does. */
const LONGEST_HEADING = 90
const SENTENCE_END = /[.!?…:;,"“”'‘’»«›‹。．！？：；，、」』》〉؟۔؛،।॥։።]$/u
const LIST_ITEM = /^(?:[-–—•*·]|\d+[.)])\s/
const IN_BRACKETS = /^[([（［].*[)\]）］]$/

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303F\uFF00-\uFFEF]/u

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
  const isDatedFirst = readDate(article, blocks)
  readByline(article, blocks, headline.line + (isDatedFirst ? 2 : 1))
  if (!isDatedFirst) readDate(article, blocks)
  article.tags = takeTags(blocks)
  article.body.content = toBody(blocks)
  if (article.body.content.length === 0) problems.push({ line: headline.line, reason: 'The article has no text.' })
  return article
}

/**
 * What stands between two lines that were one: a space, or nothing in scripts that are written without.
 *
 * @param before the end of the first line
 * @param after the beginning of the next
 */
export function lineJoint(before: string, after: string): '' | ' ' {
  const [first = ''] = after
  const last = [...before.slice(-2)].at(-1) ?? ''
  return UNSPACED.test(last) && UNSPACED.test(first) ? '' : ' '
}

function blocksOf(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let open: TextBlock | null = null
  for (const [index, raw] of text.split('\n').entries()) {
    const line = INVISIBLE.test(raw) ? '' : raw.replace(/\s+/g, ' ').trim()
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

/** A first paragraph may begin with “By” too; a byline is short, is no sentence and does not go on in the next line. */
function readByline(article: ParsedArticle, blocks: TextBlock[], headLine: number): void {
  const [block] = blocks
  const [line = '', next] = block?.lines ?? []
  const [, names] = BYLINE.exec(line) ?? []
  if (!block || !names || line.length > LONGEST_BYLINE) return
  if (SENTENCE.test(names) && !ABBREVIATED_NAME.test(names)) return
  const isUnderHeadline = block.line === headLine
  if (next !== undefined && !isUnderHeadline && !DATE.test(next)) return
  article.bylines = parseNames(names)
  takeFirstLine(blocks)
}

function readDate(article: ParsedArticle, blocks: TextBlock[]): boolean {
  const candidate = blocks[0]?.lines[0] ?? ''
  if (!DATE.test(candidate)) return false
  const taken = takeFirstLine(blocks)
  const moment = parseMoment(candidate)
  const isReal = moment !== null && !Number.isNaN(Date.parse(`${moment.local}${moment.offset ?? 'Z'}`))
  article.published = isReal ? moment : null
  if (!isReal) {
    const reason = `“${candidate}” is no date; expected YYYY-MM-DD HH:MM:SS. The article stays a draft.`
    article.problems.push({ line: taken?.line ?? null, reason })
  }
  return true
}

/**
 * Every line of hashtags, in order; the boilerplate lines go with them. One hashtag alone within the body is a heading or
 * a word of the text, and stays there.
 */
function takeTags(blocks: TextBlock[]): string[] {
  const tags = new Map<string, string>()
  const lastText = blocks.findLastIndex(({ lines }) =>
    lines.some((line) => !HASHTAGS.test(line) && !BOILERPLATE.test(line)),
  )
  for (const [index, block] of blocks.entries()) {
    block.lines = block.lines.filter((line) => {
      if (BOILERPLATE.test(line)) return false
      if (!HASHTAGS.test(line)) return true
      const words = line.match(HASHTAG) ?? []
      if (words.length === 1 && index < lastText) return true
      for (const tag of words) if (!tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag)
      return false
    })
  }
  return [...tags.values()]
}

function toBody(blocks: TextBlock[]): Block[] {
  const full = blocks.filter((block) => block.lines.length > 0)
  return full.map((block, index) => {
    const next = full[index + 1]
    const opensSection = isHeadingLike(block) && next !== undefined && !isHeadingLike(next)
    const text = joinLines(block.lines)
    return opensSection ? { type: 'heading', attrs: { level: 2 }, content: [textNode(text)] } : paragraph(text)
  })
}

function joinLines(lines: string[]): string {
  return lines.map((line, index) => (index === 0 ? line : lineJoint(lines[index - 1] ?? '', line) + line)).join('')
}

function isHeadingLike({ lines }: TextBlock): boolean {
  const [only = ''] = lines
  if (lines.length !== 1 || only.length > LONGEST_HEADING) return false
  return !SENTENCE_END.test(only) && !LIST_ITEM.test(only) && !IN_BRACKETS.test(only)
}
