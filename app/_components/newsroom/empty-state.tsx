import type { ReactNode } from 'react'

/** In the place of an empty list: why it is empty, and what to do. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="desk-empty">
      <p>
        <strong>{title}</strong>
      </p>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}
