import type { ReactNode } from 'react'
import type { ListPage } from '@/lib/list-page'
import '@/app/styles/lists.css'

type ListHeadProps = {
  title: string
  description?: string
  /** What is counted under the title; nothing when it is left out. */
  list?: Pick<ListPage<unknown>, 'page' | 'pages' | 'total'>
  /** One and many of what the list holds. */
  nouns?: [one: string, many: string]
  /** Links that belong to the whole list. */
  children?: ReactNode
}

/** What stands over a list: its name, what it is about, how much there is and where in it the reader is. */
export function ListHead({ title, description, list, nouns = ['article', 'articles'], children }: ListHeadProps) {
  return (
    <header className="list-head">
      <h1>{title}</h1>
      {description && <p className="about">{description}</p>}
      {list && list.total > 0 && <p className="count">{countWords(list, nouns)}</p>}
      {children}
    </header>
  )
}

/** “1,240 articles, page 2 of 62” */
export function countWords(
  { page, pages, total }: Pick<ListPage<unknown>, 'page' | 'pages' | 'total'>,
  [one, many]: [string, string] = ['article', 'articles'],
): string {
  const count = `${total.toLocaleString('en-GB')} ${total === 1 ? one : many}`
  return page > 1 ? `${count}, page ${page} of ${pages}` : count
}
