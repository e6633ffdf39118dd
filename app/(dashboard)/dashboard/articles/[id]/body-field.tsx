'use client'

import type { DeskPicture } from '@/lib/articles/editing/desk-lookups'
import type { Editing } from './use-editing'

type Props = { editing: Editing; markdown: string; pictures: DeskPicture[] }

/** The text: as Markdown, and with a script as it will look. */
export function BodyField({ editing, markdown, pictures }: Props) {
  const { RichText } = editing
  if (RichText) return <RichText editing={editing} pictures={pictures} />
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
