import type { ReactNode } from 'react'
import { Stylesheet } from '../ui/stylesheet'

/** What happened when, in order. */
export function Timeline({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="timeline" aria-label={title || 'Timeline'}>
      <Stylesheet name="body-parts" />
      {title && <p className="fact-title">{title}</p>}
      <ol>{children}</ol>
    </section>
  )
}

export function TimelineEntry({ when, children }: { when: string; children: ReactNode }) {
  return (
    <li>
      {when && <p className="when">{when}</p>}
      {children}
    </li>
  )
}
