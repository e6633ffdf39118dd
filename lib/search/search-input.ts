import { z } from 'zod'

/** More than this is no question; the rest is left out, and the reader is told. */
export const LONGEST_QUERY = 200

/** What is asked for. Everything is optional, and what cannot be read is as good as absent. */
export type Search = {
  /** As it was typed, in one line. */
  query: string
  /** More was typed than is searched for. */
  isCut: boolean
  /** A section's slug. */
  section: string
  /** An author's handle. */
  author: string
  /** Days of the newsroom's calendar, `YYYY-MM-DD`, both inclusive. */
  from: string
  to: string
  sort: 'relevance' | 'newest'
  page: number
}

export type SearchParameters = Record<string, string | string[] | undefined>

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const text = (schema: z.ZodType<string>) => z.preprocess(first, schema).catch('')
const day = text(z.string().refine(isDay))
const name = text(z.string().max(200).transform(oneLine))

const searchSchema = z.object({
  q: text(z.string()),
  section: name,
  author: name,
  from: day,
  to: day,
  sort: z.preprocess(first, z.enum(['relevance', 'newest'])).catch('relevance'),
  page: z
    .preprocess(
      first,
      z
        .string()
        .regex(/^[1-9]\d{0,5}$/)
        .transform(Number),
    )
    .catch(1),
})

/** Reads a search from an address. Whatever was typed is a search: nothing is refused. */
export function readSearch(parameters: SearchParameters): Search {
  const { q, ...rest } = searchSchema.parse(parameters)
  const line = oneLine(q)
  const query = shortened(line)
  return { ...rest, query, isCut: query !== line }
}

/**
 * The parameters of an address in their one spelling.
 *
 * @param name gives the value of a parameter, if it is there
 */
export function canonicalSearch(name: (name: string) => string | null): string {
  const names = ['q', 'section', 'author', 'from', 'to', 'sort', 'page']
  const given = Object.fromEntries(names.map((parameter) => [parameter, name(parameter) ?? undefined]))
  return searchQuery({ ...readSearch(given), query: canonicalText(given.q ?? '') })
}

/** What was typed, in its one spelling; of what is too long, enough that whoever reads it again can tell. */
export function canonicalText(typed: string): string {
  return firstSigns(oneLine(typed), LONGEST_QUERY + 2).trim()
}

/**
 * The parameters of a search, as its address has them; those that stand at their default are left out.
 *
 * @param search those that are given; the rest stand at their default
 */
export function searchQuery(search: Partial<Search>): string {
  const { query = '', section = '', author = '', from = '', to = '', sort = 'relevance', page = 1 } = search
  const given = {
    q: query,
    section,
    author,
    from,
    to,
    sort: sort === 'newest' ? sort : '',
    page: page > 1 ? `${page}` : '',
  }
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value)).toString()
}

/** A real day, written `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

/** Without what cannot be shown or stored: half a surrogate pair, control characters, line breaks. */
export function oneLine(value: string): string {
  // Lone surrogates would turn into another character at each border that they cross.
  const whole = value.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ' ')
  return whole
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
}

function shortened(line: string): string {
  return firstSigns(line, LONGEST_QUERY).trim()
}

function firstSigns(line: string, most: number): string {
  return line.length <= most ? line : [...line].slice(0, most).join('')
}
