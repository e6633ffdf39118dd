import { ARTICLE_STATES } from '@/db/schema/articles'
import type { ArticleState } from '../article'

/** The saved views of the desk's list: each an address. */
export const VIEWS = {
  all: 'All',
  mine: 'My work',
  editing: 'Needs editing',
  ready: 'Ready',
  scheduled: 'Scheduled',
  today: 'Published today',
  picture: 'Needs picture',
  legal: 'Needs legal',
  late: 'Late',
  bin: 'Bin',
} as const
export type View = keyof typeof VIEWS

export type ListFilter = {
  view: View
  words: string
  section: string
  state: ArticleState | ''
  /** An id, or empty for whoever. */
  assignee: string
  sort: 'saved' | 'deadline'
  isDense: boolean
}

type Parameters = Record<string, string | string[] | undefined>

/** Reads the filter of an address; whatever it does not know counts as not said. */
export function listFilterFrom(parameters: Parameters): ListFilter {
  const said = (name: string) => (typeof parameters[name] === 'string' ? (parameters[name] as string).trim() : '')
  const [view, state, assignee] = [said('view'), said('state'), said('assignee')]
  return {
    view: Object.hasOwn(VIEWS, view) ? (view as View) : 'all',
    words: said('q').slice(0, 200),
    section: said('section').slice(0, 100),
    state: ARTICLE_STATES.find((known) => known === state) ?? '',
    assignee: /^\d{1,15}$/.test(assignee) ? assignee : '',
    sort: said('sort') === 'deadline' ? 'deadline' : 'saved',
    isDense: said('dense') === '1',
  }
}

/** The same as a query, without what goes without saying. */
export function listQuery(filter: Partial<ListFilter>, page = 1): string {
  const { view = 'all', words = '', section = '', state = '', assignee = '', sort = 'saved', isDense = false } = filter
  const said = new URLSearchParams()
  if (view !== 'all') said.set('view', view)
  for (const [name, value] of Object.entries({ q: words, section, state, assignee })) if (value) said.set(name, value)
  if (sort !== 'saved') said.set('sort', sort)
  if (isDense) said.set('dense', '1')
  if (page > 1) said.set('page', String(page))
  return said.toString()
}
