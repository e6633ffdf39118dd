import { z } from 'zod'
import type { ArticleFilter } from '../articles/article-selection'
import { isDay, readSearch, type Search } from '../search/search-input'
import { type ArticlePlace, readArticleCursor, readNameCursor, readSearchCursor, type SearchPlace } from './cursor'

/** A parameter that cannot be used. */
export class BadParameter extends Error {
  constructor(
    readonly parameter: string,
    readonly value: string,
    readonly expected: string,
  ) {
    super(`${parameter} is ${JSON.stringify(value)}; expected ${expected}.`)
    this.name = 'BadParameter'
  }
}

type Parameter = { schema: z.ZodType<unknown, string>; expected: string; description: string }

const name = z.string().max(200)
const DATE = /^\d{4}-\d\d-\d\d$/
const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).transform(toDate)
const MOMENT = 'a day such as 2026-11-24 (its beginning in UTC) or a moment such as 2026-11-24T06:00:00Z'

const day = z.string().refine(isDay)
const DAY = 'a day of the newsroom’s calendar, such as 2026-11-24'

/** What lists of this API can be asked, each with its rule and the words that say what is expected. */
export const PARAMETERS = {
  section: { schema: name, expected: 'the slug of a section', description: 'Articles of one section.' },
  tag: { schema: name, expected: 'the slug of a tag', description: 'Articles with a tag.' },
  author: { schema: name, expected: 'the handle of an author', description: 'Articles by an author.' },
  language: {
    schema: z.string().regex(/^[a-z]{2,8}(-[a-z0-9]{1,8}){0,4}$/i),
    expected: 'a language as BCP 47 names it, such as en or pt-BR',
    description: 'Articles in a language; `pt` takes in `pt-BR`.',
  },
  since: { schema: moment, expected: MOMENT, description: 'Articles published then or later.' },
  until: { schema: moment, expected: MOMENT, description: 'Articles published before then.' },
  limit: {
    schema: z
      .string()
      .regex(/^[1-9]\d{0,2}$/)
      .transform(Number)
      .pipe(z.number().max(100)),
    expected: 'a whole number from 1 to 100',
    description: 'How many to answer with; 20 when it is absent.',
  },
  articleCursor: {
    schema: z.string().transform(readArticleCursor).pipe(z.custom<ArticlePlace>(Boolean)),
    expected: 'the cursor of an answer of this address',
    description: 'Goes on after an answer: its `next.cursor`.',
  },
  q: {
    schema: z.string(),
    expected: 'any text',
    description:
      'What is looked for: words, and phrases between quotation marks. What is longer than 200 signs is cut.',
  },
  from: { schema: day, expected: DAY, description: 'Articles of this day or later.' },
  to: { schema: day, expected: DAY, description: 'Articles of this day or earlier.' },
  sort: {
    schema: z.enum(['relevance', 'newest']),
    expected: 'relevance or newest',
    description: 'What comes first; relevance when it is absent.',
  },
  searchCursor: {
    schema: z.string().transform(readSearchCursor).pipe(z.custom<SearchPlace>(Boolean)),
    expected: 'the cursor of an answer of this address',
    description: 'Goes on after an answer: its `next.cursor`.',
  },
  nameCursor: {
    schema: z.string().transform(readNameCursor).pipe(z.string()),
    expected: 'the cursor of an answer of this address',
    description: 'Goes on after an answer: its `next.cursor`.',
  },
} satisfies Record<string, Parameter>

type Named = keyof typeof PARAMETERS

const LIMIT = 20

/** What a list of articles is asked for. @throws {BadParameter} at the first that cannot be used */
export function readArticleQuestion(query: URLSearchParams) {
  const filter: ArticleFilter = {
    section: read(query, 'section'),
    tag: read(query, 'tag'),
    author: read(query, 'author'),
    language: read(query, 'language'),
    since: read(query, 'since'),
    until: read(query, 'until'),
  }
  return { filter, limit: read(query, 'limit') ?? LIMIT, after: read(query, 'articleCursor', 'cursor') }
}

/** What a list of names is asked for. @throws {BadParameter} at the first that cannot be used */
export function readNameQuestion(query: URLSearchParams): { limit: number; after: string | undefined } {
  return { limit: read(query, 'limit') ?? LIMIT, after: read(query, 'nameCursor', 'cursor') }
}

/** What is searched for: any text at all is a search. @throws {BadParameter} at the first that cannot be used */
export function readSearchQuestion(query: URLSearchParams): { search: Search; limit: number; after?: SearchPlace } {
  const search = readSearch({
    q: query.get('q') ?? '',
    section: read(query, 'section'),
    author: read(query, 'author'),
    from: read(query, 'from'),
    to: read(query, 'to'),
    sort: read(query, 'sort'),
  })
  return { search, limit: read(query, 'limit') ?? LIMIT, after: read(query, 'searchCursor', 'cursor') }
}

function read<Key extends Named>(
  query: URLSearchParams,
  key: Key,
  parameter: string = key,
): z.output<(typeof PARAMETERS)[Key]['schema']> | undefined {
  const value = query.get(parameter)
  if (value === null || value === '') return undefined
  const { schema, expected } = PARAMETERS[key]
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new BadParameter(parameter, value, expected)
  return parsed.data as z.output<(typeof PARAMETERS)[Key]['schema']>
}

function toDate(text: string): Date {
  return new Date(DATE.test(text) ? `${text}T00:00:00Z` : text)
}
