'use client'

import { memo, type ReactNode, useActionState, useRef } from 'react'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import type { DeskPicture, DeskSection } from '@/lib/articles/editing/desk-lookups'
import { saveFormAction } from '@/lib/articles/editing/editing-actions'
import type { ArticleFormState } from '@/lib/articles/editing/form-state'
import type { ArticleContent } from '@/lib/articles/merge/merge-content'
import type { Finding } from '@/lib/articles/publish-checks'
import type { Place } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { BodyField } from './body-field'
import { CanvasFields } from './canvas-fields'
import { Checks } from './checks'
import { EditorBar } from './editor-bar'
import { FormNotices } from './form-notices'
import { type PanelProps, SocialPanel, StoryPanel } from './side-panels'
import { useEditing } from './use-editing'

export type ArticleFormProps = {
  article: {
    id: number
    state: 'draft' | 'in_review' | 'ready' | 'scheduled' | 'published' | 'unpublished' | 'killed'
    slug: string
    isEverPublished: boolean
  }
  start: ArticleFormState
  content: ArticleContent
  person: { id: number | null; name: string }
  sections: DeskSection[]
  authors: string[]
  pictures: DeskPicture[]
  savedAt: string
  place: Place
  siteName: string
  /** Where the paper is, without `https://`. */
  host: string
  mayWrite: boolean
  /** What the viewer would do with it next, as the button says; null when there is nothing. */
  nextVerb: string | null
  /** The text is written as Markdown, as if there were no script. */
  isPlain: boolean
  /** What the checks say of what was saved when it was opened. */
  findings: Finding[]
  /** What else stands beside the text, whose forms are not this one. */
  notes: ReactNode
  desk: ReactNode
  /** Which part is open at first: what was just done there, if anything was. */
  opened: 'story' | 'notes'
}

/** The form of an article. It works before, and without, any script; with one it saves by itself. */
export function ArticleForm(props: ArticleFormProps) {
  const { article, start, mayWrite } = props
  const [state, save, isPending] = useActionState(saveFormAction, start)
  const form = useRef<HTMLFormElement>(null)
  const editing = useEditing(props, state, form)
  return (
    <form ref={form} action={save} className="editor" onInput={editing.noteTyped} onSubmit={editing.submit}>
      <input type="hidden" name="article" value={article.id} />
      <input type="hidden" name="baseRevision" value={state.baseRevision} />
      <input type="hidden" name="saveId" value={state.saveId} />
      {props.isPlain && <input type="hidden" name="plain" value="1" />}
      <EditorBar {...props} editing={editing} isPending={isPending} />
      <ErrorSummary errors={state.errors} />
      <FormNotices state={state} editing={editing} place={props.place} />
      <div className="editor-columns" key={state.saveId}>
        <fieldset className="editor-canvas" disabled={!mayWrite}>
          <legend className="unseen">The article</legend>
          <Canvas values={state.values} errors={state.errors} pictures={props.pictures} />
          <BodyField
            editing={editing}
            written={state.values.body}
            pictures={props.pictures}
            mayWrite={mayWrite}
            plainAddress={`${paths.deskArticle(article.id)}?plain=1`}
            isPlain={props.isPlain}
          />
        </fieldset>
        <div className="editor-panel">
          <Panels {...props} values={state.values} errors={state.errors} />
          <Checks findings={editing.checks} />
          {props.notes}
        </div>
      </div>
    </form>
  )
}

// Saving is told above the fields, several times a minute; they stay as they are.
const Canvas = memo(CanvasFields)
const Panels = memo(function Panels(props: PanelProps) {
  return (
    <>
      <StoryPanel {...props} />
      <SocialPanel {...props} />
    </>
  )
})
