import type { ReactNode } from 'react'
import { Stylesheet } from '../ui/stylesheet'

/** Facts set apart from the text. Its title is no heading of the article, so that the list of contents leaves it out. */
export function FactBox({ title, children }: { title: string; children: ReactNode }) {
  return (
    <aside className="fact-box" aria-label={title || 'Facts'}>
      <Stylesheet name="body-parts" />
      {title && <p className="fact-title">{title}</p>}
      {children}
    </aside>
  )
}
