import type { ReactNode } from 'react'

type OverviewPartProps = { title: string; empty: string; isEmpty: boolean; children: ReactNode }

/** One of the things that the newsroom should know first. */
export function OverviewPart({ title, empty, isEmpty, children }: OverviewPartProps) {
  return (
    <section className="desk-overview-part">
      <h2>{title}</h2>
      {isEmpty ? <p className="desk-meta">{empty}</p> : children}
    </section>
  )
}
