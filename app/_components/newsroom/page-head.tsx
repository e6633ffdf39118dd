import type { ReactNode } from 'react'

type PageHeadProps = {
  title: string
  /** One or two sentences under it. */
  intro?: ReactNode
  /** The page above this one. */
  back?: { label: string; address: string }
  /** Beside the title: a `Badge` or two. */
  status?: ReactNode
  /** To the right: the one thing that is mostly done here, as a `ButtonLink`. */
  actions?: ReactNode
}

/** The head of a page of the newsroom, with its only `h1`. */
export function PageHead({ title, intro, back, status, actions }: PageHeadProps) {
  return (
    <header className="desk-head">
      {back && (
        <p className="desk-back">
          <a href={back.address}>{back.label}</a>
        </p>
      )}
      <div className="desk-head-row">
        <h1>{title}</h1>
        {status}
        {actions && <div className="desk-actions">{actions}</div>}
      </div>
      {intro && <p className="desk-intro">{intro}</p>}
    </header>
  )
}

/** A part of a page under a heading of its own, parted from the one before by a rule. */
export function Part({ title, intro, children }: { title: string; intro?: ReactNode; children: ReactNode }) {
  return (
    <section className="desk-part" aria-label={title}>
      <h2>{title}</h2>
      {intro && <p className="desk-intro">{intro}</p>}
      {children}
    </section>
  )
}
