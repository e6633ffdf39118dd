'use client'

import type { DeskPicture } from '@/lib/articles/editing/desk-lookups'
import { RichText } from './rich-text'
import type { Editing } from './use-editing'

type Props = { editing: Editing; markdown: string; pictures: DeskPicture[]; mayWrite: boolean }

/** The text: as Markdown, and with a script as it will look. */
export function BodyField({ editing, markdown, pictures, mayWrite }: Props) {
  if (!mayWrite) return <MarkdownField markdown={markdown} />
  if (editing.isLive) return <RichText writing={editing.writing} pictures={pictures} />
  return (
    <>
      {/* Where a script runs nobody types in what it is about to take away, and it is not laid out. */}
      <noscript>
        <MarkdownField markdown={markdown} />
      </noscript>
      <p className="rich-waits">Opening the text…</p>
    </>
  )
}

function MarkdownField({ markdown }: Pick<Props, 'markdown'>) {
  return (
    <div className="editor-line is-body">
      <label htmlFor="body">Text, as Markdown</label>
      <p className="desk-hint" id="body-hint">
        Blank lines part paragraphs. ## begins a heading, - an item, &gt; a quotation. A picture is ![what it
        shows](media/12 &quot;Caption | Credit&quot;).
      </p>
      <textarea id="body" name="body" rows={24} defaultValue={markdown} aria-describedby="body-hint" />
    </div>
  )
}
