import type { ReactNode } from 'react'
import { Badge, type Tone } from '@/app/_components/newsroom/badge'

/** How much there is in a part, and what that is. */
export type Mark = { count: number; words: string; tone: Tone }

type Props = { title: string; mark?: Mark | null; id?: string; isOpen?: boolean; children: ReactNode }

/**
 * One of the parts beside the text: where there is room a tab, else a section of the page. One of them is open at a time.
 *
 * @param id by which it is linked to; a link to it opens it
 */
export function Panel({ title, mark, id, isOpen = false, children }: Props) {
  return (
    <details className="editor-section" name="beside" open={isOpen}>
      <summary>
        {title}
        {mark && (
          <>
            <span className="unseen">{`: ${mark.words}`}</span>
            <span className="editor-mark" aria-hidden="true">
              <Badge tone={mark.tone}>{mark.count}</Badge>
            </span>
          </>
        )}
      </summary>
      <div id={id}>{children}</div>
    </details>
  )
}
