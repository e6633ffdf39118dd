import { LONGEST_COMMENT } from './comment'
import { CommentRefused } from './comment-refused'

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSHOWABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu
/** Overrides that make text read otherwise than it is stored (Unicode Technical Report 36, §2.5). */
const REORDERING = /[\u202A-\u202E\u2066-\u2069]/g

/** What is more than this was never meant as a comment: it is not even shown again. */
const ABSURD = 20_000

/** A comment that was refused for what it holds; the text is as it may be posted, or shown again. */
export class BodyRefused extends CommentRefused {
  constructor(
    status: 413 | 422,
    words: string,
    readonly cleaned: string,
  ) {
    super(status, words, 'body')
  }
}

/**
 * What somebody typed as the text of a comment, in one spelling (NFC, line feeds, no empty ends).
 *
 * @throws {BodyRefused} when there is nothing in it, too much, or what no page can show
 */
export function readBody(typed: string): string {
  const number = (count: number) => count.toLocaleString('en')
  if (typed.length > ABSURD) {
    const words = `This text has ${number(typed.length)} characters; a comment has ${number(LONGEST_COMMENT)} at most.`
    throw new BodyRefused(413, words, '')
  }
  const lines = typed.replace(LINE_ENDS, '\n').replace(REORDERING, '')
  const body = trimmed(lines.replace(UNSHOWABLE, '').normalize('NFC'))
  if (body === '') throw new BodyRefused(422, 'Write your comment first.', '')
  if (lines.search(UNSHOWABLE) >= 0) {
    const words =
      'There were characters in it that cannot be shown. They are taken out now: look at it and send it again.'
    throw new BodyRefused(422, words, body)
  }
  const length = lettersIn(body)
  if (length > LONGEST_COMMENT) {
    const words = `Your comment has ${number(length)} characters; it can have ${number(LONGEST_COMMENT)}.`
    throw new BodyRefused(422, words, body)
  }
  return body
}

/** No space at its ends, and never more than one empty line. */
function trimmed(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
    .trimEnd()
}

function lettersIn(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** A free text that goes with something else: a report, an appeal. */
export function readNote(typed: string, longest: number): string {
  const text = typed
    .slice(0, longest * 4)
    .replace(LINE_ENDS, '\n')
    .replace(REORDERING, '')
    .replace(UNSHOWABLE, '')
  return [...trimmed(text.normalize('NFC'))].slice(0, longest).join('')
}

/** The id in an address or a form; null when it is none. */
export function readId(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}
