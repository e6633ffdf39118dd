import { readFrontMatter } from './front-matter'
import { withoutHidden } from './markdown-inline'
import { emptyArticle, FileRefused, type ParsedArticle, type Problem } from './parsed-article'

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/
const OPEN_FRONT_MATTER = /^(?:---[ \t]*\n[ \t]*["']?[\w-]+["']?[ \t]*:|\+\+\+[ \t]*\n)/
/** Checking YAML takes the square of its length; the longest real front matter has a tenth of this. */
const LONGEST_FRONT_MATTER = 32_000
const MOST_LINES = 1000

/**
 * What the front matter of a Markdown file says.
 *
 * @returns the article so far, and the front matter with its lines of dashes, empty when there is none
 * @throws {FileRefused} when it cannot be read
 */
export function takeFrontMatter(text: string, problems: Problem[]): { article: ParsedArticle; whole: string } {
  const [whole = '', yaml = ''] = FRONT_MATTER.exec(text) ?? []
  if (!whole && OPEN_FRONT_MATTER.test(text))
    throw new FileRefused(1, 'The front matter is not YAML between two lines of ---.')
  return { article: whole ? safeFrontMatter(yaml, problems) : { ...emptyArticle(''), problems }, whole }
}

function safeFrontMatter(yaml: string, problems: Problem[]): ParsedArticle {
  if (yaml.length > LONGEST_FRONT_MATTER || yaml.split('\n').length > MOST_LINES)
    throw new FileRefused(1, 'The front matter is longer than 32,000 characters or 1,000 lines.')
  try {
    const { problems: _, ...fields } = readFrontMatter(yaml, 2, problems)
    return { ...visibleOnly(fields), problems }
  } catch (error) {
    if (error instanceof FileRefused) throw error
    throw new FileRefused(1, `The front matter cannot be read: ${(error as Error).message}`)
  }
}

function visibleOnly<Value>(value: Value): Value {
  if (typeof value === 'string') return withoutHidden(value) as Value
  if (Array.isArray(value)) return value.map(visibleOnly) as Value
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, visibleOnly(own)])) as Value
}
