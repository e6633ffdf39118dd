import type { ReactNode } from 'react'
import { type Counted, countWords } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import '@/app/styles/lists.css'

type ListHeadProps = {
  title: string
  description?: string
  /** What is counted under the title; nothing when it is left out. */
  list?: Counted
  /** One and many of what the list holds. */
  nouns?: [one: string, many: string]
  /** The path whose feeds bring the list. */
  feeds?: string
  /** Links that belong to the whole list. */
  children?: ReactNode
}

/** What stands over a list: its name, what it is about, how much there is and where in it the reader is. */
export function ListHead({ title, description, list, nouns, feeds, children }: ListHeadProps) {
  return (
    <header className="list-head">
      <h1>{title}</h1>
      {description && <p className="about">{description}</p>}
      <ListCount list={list} nouns={nouns} feeds={feeds} />
      {children}
    </header>
  )
}

/** How much there is, and where it can be followed. */
export function ListCount({ list, nouns, feeds }: Pick<ListHeadProps, 'list' | 'nouns' | 'feeds'>) {
  const isCounted = list !== undefined && list.total > 0
  if (!isCounted && !feeds) return null
  return (
    <p className="count">
      {isCounted && <span>{countWords(list, nouns)}</span>}
      {feeds && <a href={paths.feed('rss', feeds)}>RSS feed</a>}
    </p>
  )
}
