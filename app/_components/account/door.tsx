import type { ReactNode } from 'react'

/** A page with one thing to do: its heading, the form, and what else there is. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className="door">
      <h1>{title}</h1>
      {children}
    </main>
  )
}
