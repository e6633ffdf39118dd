import type { ReactNode } from 'react'

type Props = { title: string; id?: string; isOpen?: boolean; children: ReactNode }

/**
 * One of the parts beside the text, which opens by itself or by whoever wants it.
 *
 * @param id by which it is linked to; a link to it opens it
 */
export function Panel({ title, id, isOpen = false, children }: Props) {
  return (
    <details className="editor-section" open={isOpen}>
      <summary>{title}</summary>
      <div id={id}>{children}</div>
    </details>
  )
}
