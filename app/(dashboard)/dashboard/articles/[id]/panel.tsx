import type { ReactNode } from 'react'

/** One of the parts beside the text, which opens by itself or by whoever wants it. */
export function Panel({ title, isOpen = false, children }: { title: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <details className="editor-section" open={isOpen}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  )
}
