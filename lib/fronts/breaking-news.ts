/** What the strip above every page says while something is breaking. */
export type BreakingNews = {
  id: number
  text: string
  /** Null when it leads nowhere, or to something that readers may not see yet. */
  article: { slug: string; section: { slug: string } } | null
  startedAt: Date
  endsAt: Date
}
