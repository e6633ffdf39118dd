import { DIRECT, OTHER, OWN } from '../reading/view-source'
import type { LastHour } from './last-hour'
import type { UsualDay } from './usual-day'

/** How many days one can look back over, today being the last of them. */
export const PERIODS = [1, 7, 30, 90] as const
export type Period = (typeof PERIODS)[number]

/** What numbers are asked of: a stretch of days, of the whole paper, a section or an article. */
export type NumbersFilter = { days: Period; section: string; articleId: number | null }

/** How many readers came how far; each step holds everyone who came further. */
export type Depth = { opened: number; quarter: number; half: number; threeQuarters: number; whole: number }

export type StoryViews = { id: number; headline: string; slug: string; section: SectionName; views: number } & Pick<
  Depth,
  'opened' | 'whole'
>
export type SectionName = { slug: string; name: string }
export type SectionViews = SectionName & { views: number }
export type SourceViews = { source: string; views: number }

export type ReadingNumbers = {
  total: number
  /** Views of as many days before these; for today, of yesterday up to the same hour. */
  before: number
  /** Each day, the oldest first. About how many readers a day had is known of the whole paper alone. */
  days: { day: string; views: number; readers: number | null }[]
  /** By the hours that the newsroom's clock shows; null where what is old is known by the day only. */
  hours: { hour: string; views: number }[] | null
  /** What is read at this moment; null where more than today is looked at, as is the next. */
  lastHour: LastHour | null
  usual: UsualDay | null
  /** From the most viewed to the least. */
  sections: SectionViews[]
  stories: StoryViews[]
  sources: SourceViews[]
  depth: Depth
}

/** The filter that an address holds; what means nothing is left out. */
export function numbersFilterFrom(
  parameters: Record<string, string | string[] | undefined>,
  articleId: number | null = null,
): NumbersFilter {
  const days = PERIODS.find((period) => String(period) === parameters.days) ?? 7
  const section = typeof parameters.section === 'string' ? parameters.section.slice(0, 200) : ''
  return { days, section: articleId === null ? section : '', articleId }
}

/** The filter as the parameters of an address, without a question mark. */
export function numbersQuery({ days, section }: Pick<NumbersFilter, 'days' | 'section'>): string {
  const query = new URLSearchParams()
  if (days !== 7) query.set('days', String(days))
  if (section) query.set('section', section)
  return query.toString()
}

export type SourceKind = 'direct' | 'own' | 'search' | 'social' | 'other'

const SEARCH = /(?:^|\.)(?:google|bing|duckduckgo|ecosia|qwant|yahoo|yandex|baidu|startpage|brave|kagi|naver|seznam)\./
const SOCIAL =
  /(?:^|\.)(?:facebook|instagram|twitter|x|t|reddit|linkedin|lnkd|threads|bsky|mastodon|youtube|tiktok|pinterest|whatsapp|telegram|vk|weibo|ycombinator)\.(?:com|co|org|net|in|app|social|me|it)$|^mastodon\./

/** What sort of place a source is. */
export function kindOf(source: string): SourceKind {
  if (source === DIRECT || source === OWN) return source
  if (source === OTHER) return 'other'
  if (SEARCH.test(source)) return 'search'
  return SOCIAL.test(source) ? 'social' : 'other'
}

const NAMES: Record<string, string> = {
  [DIRECT]: 'Direct, or not said',
  [OWN]: 'Other pages of the paper',
  [OTHER]: 'Everything else',
}

/** A source as it is shown. */
export function sourceName(source: string): string {
  return NAMES[source] ?? source
}

/** How much a number is of another, as “37 %”; a dash where there is nothing to be a part of. */
export function shareOf(part: number, whole: number): string {
  return whole > 0 ? `${Math.round((part / whole) * 100)} %` : '–'
}

/** What these numbers come to, in one sentence. */
export function takeaway({ total, before }: ReadingNumbers, days: Period): string {
  const views = total === 1 ? '1 view' : `${total.toLocaleString('en-GB')} views`
  const stretch = days === 1 ? 'today' : `in ${days} days`
  const earlier = days === 1 ? 'yesterday by this hour' : `in the ${days} days before`
  if (before === 0) return `${views} ${stretch}; none ${earlier}.`
  const change = Math.round(((total - before) / before) * 100)
  if (change === 0) return `${views} ${stretch}, as many as ${earlier}.`
  return `${views} ${stretch}, ${Math.abs(change).toLocaleString('en-GB')} % ${change > 0 ? 'more' : 'fewer'} than ${earlier}.`
}
