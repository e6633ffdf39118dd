'use client'

import type { ArticleBody } from '@/lib/articles/article-body'
import { bodyToMarkdown } from '@/lib/articles/editing/body-markdown'
import type { DeskPicture } from '@/lib/articles/editing/desk-lookups'
import { RichText } from './rich-text'
import type { Editing } from './use-editing'

type Props = {
  editing: Editing
  /** The text as it was sent from the form, when that was not saved as it is. */
  written?: string | undefined
  pictures: DeskPicture[]
  mayWrite: boolean
  /** Where the text is written as Markdown, script or not. */
  plainAddress: string
  isPlain: boolean
}

/** The text: as Markdown, and with a script as it will look. */
export function BodyField({ editing, written, pictures, mayWrite, plainAddress, isPlain }: Props) {
  const { body } = editing.writing
  if (!mayWrite || isPlain) return <MarkdownField written={written} body={body} />
  if (editing.isLive) return <RichText writing={editing.writing} pictures={pictures} />
  return (
    <>
      {/* Where a script runs nobody types in what it is about to take away, and it is not laid out. */}
      <noscript>
        <MarkdownField written={written} body={body} />
      </noscript>
      <p className="rich-waits">
        Opening the text…
        <span className="rich-fails">
          The editor does not load. Load the page again, or <a href={plainAddress}>write the text without it</a>.
        </span>
      </p>
    </>
  )
}

/** Its Markdown is made where it is drawn: sent beside the text, a long one would come twice. */
function MarkdownField({ written, body }: Pick<Props, 'written'> & { body: ArticleBody }) {
  return (
    <div className="editor-line is-body">
      <label htmlFor="body">Text, as Markdown</label>
      <p className="desk-hint" id="body-hint">
        Blank lines part paragraphs. ## begins a heading, - an item, &gt; a quotation. A picture is ![what it
        shows](media/12 &quot;Caption | Credit&quot;).
      </p>
      <textarea
        id="body"
        name="body"
        rows={24}
        defaultValue={written ?? bodyToMarkdown(body)}
        aria-describedby="body-hint"
      />
    </div>
  )
}
