import { parseDocument } from 'yaml'
import { z } from 'zod'
import { ARTICLE_KINDS, COMMENT_MODES, DIRECTIONS } from '@/db/schema/articles'
import {
  emptyArticle,
  FileRefused,
  type LocalMoment,
  type ParsedArticle,
  type Problem,
  parseMoment,
  parseNames,
} from './parsed-article'

const words = z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value).trim())
const moment = words.transform((text, context): LocalMoment => {
  const read = parseMoment(text)
  if (read) return read
  context.addIssue({ code: 'custom', message: `“${text}” is no date; expected YYYY-MM-DD HH:MM:SS` })
  return z.NEVER
})
const names = z.union([words.transform(parseNames), z.array(words)])
const list = z.union([words.transform((text) => text.split(/\s*,\s*/).filter(Boolean)), z.array(words)])
const picture = z.union([
  words.transform((file) => ({ file, alt: '', caption: '', credit: '' })),
  z.object({ file: words, alt: words.default(''), caption: words.default(''), credit: words.default('') }),
])
const corrections = z.array(
  z.object({ kind: z.enum(['correction', 'clarification', 'note']), at: moment.nullable().default(null), text: words }),
)

/** Each key with its rule and where it goes. Other tools' names for the same are taken too. */
const KEYS: Record<string, { rule: z.ZodType; set: (article: ParsedArticle, value: never) => void }> = {
  headline: key(words, (article, value) => {
    article.headline = value
  }),
  slug: key(words, (article, value) => {
    article.slug = value
  }),
  section: key(words, (article, value) => {
    article.section = value
  }),
  kind: key(z.enum(ARTICLE_KINDS), (article, value) => {
    article.kind = value
  }),
  kicker: key(words, (article, value) => {
    article.kicker = value
  }),
  standfirst: key(words, (article, value) => {
    article.standfirst = value
  }),
  byline: key(names, (article, value) => {
    article.bylines = value
  }),
  dateline: key(words, (article, value) => {
    article.dateline = value
  }),
  published: key(moment, (article, value) => {
    article.published = value
  }),
  updated: key(moment, (article, value) => {
    article.updated = value
  }),
  tags: key(list, (article, value) => {
    article.tags = value
  }),
  language: key(words, (article, value) => {
    article.language = value
  }),
  direction: key(z.enum(DIRECTIONS), (article, value) => {
    article.direction = value
  }),
  image: key(picture, (article, value) => {
    article.leadPicture = value
  }),
  key_points: key(z.array(words), (article, value) => {
    article.keyPoints = value
  }),
  contributors: key(words, (article, value) => {
    article.contributors = value
  }),
  corrections: key(corrections, (article, value) => {
    article.corrections = value
  }),
  related: key(list, (article, value) => {
    article.related = value
  }),
  comments: key(z.enum(COMMENT_MODES), (article, value) => {
    article.comments = value
  }),
}

const OTHER_NAMES: Record<string, string> = {
  title: 'headline',
  date: 'published',
  author: 'byline',
  authors: 'byline',
  description: 'standfirst',
  summary: 'standfirst',
  lastmod: 'updated',
  lang: 'language',
  categories: 'tags',
}

const LONGEST = 200_000

/**
 * Reads the YAML before a Markdown article (YAML 1.2, core schema).
 *
 * @param firstLine the line of the file on which it begins
 * @throws {FileRefused} when it is no YAML mapping
 */
export function readFrontMatter(yaml: string, firstLine: number, problems: Problem[]): ParsedArticle {
  const article = { ...emptyArticle(''), problems }
  const fields = parseFields(yaml, firstLine)
  for (const [name, value] of Object.entries(fields)) {
    const line = lineOf(yaml, name, firstLine)
    if (value === null) continue
    readField(article, name, value, line)
  }
  if (fields.draft === true) article.published = null
  return article
}

function readField(article: ParsedArticle, name: string, value: unknown, line: number | null): void {
  if (name === 'draft') return
  const field = KEYS[OTHER_NAMES[name] ?? name]
  if (!field) {
    article.problems.push({ line, reason: `“${name}” is not a field of an article.` })
    return
  }
  const parsed = field.rule.safeParse(value)
  if (parsed.success) field.set(article, parsed.data as never)
  else
    article.problems.push({
      line,
      reason: `“${name}” was left out: ${parsed.error.issues[0]?.message ?? 'it cannot be read'}.`,
    })
}

function parseFields(yaml: string, firstLine: number): Record<string, unknown> {
  if (yaml.length > LONGEST) throw new FileRefused(firstLine, 'The front matter is too long.')
  const document = parseDocument(yaml, { schema: 'core', uniqueKeys: true })
  const [error] = document.errors
  if (error) {
    const line = error.linePos?.[0].line ?? 1
    throw new FileRefused(firstLine + line - 1, `The front matter is not YAML: ${error.message.split('\n')[0]}`)
  }
  const fields: unknown = document.toJS({ maxAliasCount: 10 })
  if (fields === null || typeof fields !== 'object' || Array.isArray(fields)) {
    throw new FileRefused(firstLine, 'The front matter is not a list of fields.')
  }
  return fields as Record<string, unknown>
}

function lineOf(yaml: string, name: string, firstLine: number): number | null {
  const index = yaml.split('\n').findIndex((line) => line.startsWith(`${name}:`))
  return index < 0 ? null : firstLine + index
}

function key<Value>(rule: z.ZodType<Value>, set: (article: ParsedArticle, value: Value) => void) {
  return { rule, set: set as (article: ParsedArticle, value: never) => void }
}
