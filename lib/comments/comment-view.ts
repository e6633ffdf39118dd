/** Which part of a conversation a page shows, as its address says it. */
export type CommentView = {
  sort: CommentSort
  page: number
  /** Only the editors’ picks. */
  isPicks: boolean
  /** One thread with more of its replies. */
  thread: number | null
  /** The page of one comment, with what stands around it. */
  comment: number | null
}

export type CommentSort = 'oldest' | 'newest' | 'recommended'

export const COMMENT_SORTS: readonly CommentSort[] = ['recommended', 'newest', 'oldest']

/** What an article’s bare address shows. */
export const FIRST_VIEW: CommentView = { sort: 'oldest', page: 1, isPicks: false, thread: null, comment: null }
const ID = /^[1-9]\d{0,14}$/
const PAGE = /^[1-9]\d{0,4}$/

/** Reads what an address asks for. What it does not understand is as if it were not there. */
export function readView(get: (name: string) => string | null | undefined): CommentView {
  const comment = get('comment') ?? ''
  if (ID.test(comment)) return { ...FIRST_VIEW, comment: Number(comment) }
  const page = PAGE.test(get('cpage') ?? '') ? Number(get('cpage')) : 1
  const thread = get('thread') ?? ''
  if (ID.test(thread)) return { ...FIRST_VIEW, thread: Number(thread), page }
  if (get('picks') === '1') return { ...FIRST_VIEW, isPicks: true, page }
  const sort = COMMENT_SORTS.find((name) => name === get('sort')) ?? FIRST_VIEW.sort
  return { ...FIRST_VIEW, sort, page }
}

/** The query that asks for a view, in its one spelling, with its question mark; empty for the usual one. */
export function queryOf(view: Partial<CommentView>): string {
  const { sort, page, isPicks, thread, comment } = { ...FIRST_VIEW, ...view }
  const query = new URLSearchParams()
  if (comment !== null) query.set('comment', String(comment))
  if (thread !== null) query.set('thread', String(thread))
  if (isPicks) query.set('picks', '1')
  if (sort !== FIRST_VIEW.sort) query.set('sort', sort)
  if (page > 1) query.set('cpage', String(page))
  return query.size > 0 ? `?${query}` : ''
}

/** The one spelling of a query of an article’s address. */
export function canonicalView(get: (name: string) => string | null): string {
  return queryOf(readView(get))
}

/** Whether it is the view that an article’s bare address shows. */
export function isFirstView(view: CommentView): boolean {
  return queryOf(view) === ''
}
