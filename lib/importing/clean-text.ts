import { FileRefused, type Problem } from './parsed-article'

const MOST_BYTES = 5_000_000

/** A byte order mark, where a file begins with one. */
const MARK = /^\uFEFF/
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g
/** Half of a character, which no encoding can hold. */
const LONE_SURROGATE = /\p{Surrogate}/gu
/** Overrides that make text read otherwise than it is stored (Unicode Technical Report 36, §2.5). */
const REORDERING = /[\u202A-\u202E\u2066-\u2069]/g

/**
 * The text of an article file.
 *
 * @throws {FileRefused} when it is no UTF-8 text, is empty or is too large
 */
export function decodeFile(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES)
    throw new FileRefused(null, `The file has ${Math.ceil(bytes.length / 1e6)} MB; an article file may have 5 MB.`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FileRefused(null, 'The file is not UTF-8 text.')
  }
}

/**
 * Text with line feeds only, without what no page may hold; what was taken out is noted.
 *
 * @throws {FileRefused} when it is binary or says nothing
 */
export function cleanText(text: string, problems: Problem[]): string {
  if (text.includes('\0')) throw new FileRefused(null, 'The file is binary, not text.')
  const lines = text
    .replace(MARK, '')
    .replace(LINE_ENDS, '\n')
    .replace(CONTROL, '')
    .replace(LONE_SURROGATE, '\uFFFD')
    .normalize('NFC')
  if (lines.trim() === '') throw new FileRefused(1, 'The file is empty.')
  const cleaned = lines.replace(REORDERING, '')
  if (cleaned !== lines)
    problems.push({ line: null, reason: 'Characters that reverse the order of text were taken out.' })
  return cleaned
}
