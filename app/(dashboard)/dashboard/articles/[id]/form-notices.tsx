'use client'

import { Notice } from '@/app/_components/newsroom/notice'
import type { ArticleFormState } from '@/lib/articles/editing/form-state'
import type { Place } from '@/lib/dates'
import { ClashView } from './clash-view'
import { CopyOffer } from './copy-offer'
import type { Editing } from './use-editing'

type Props = { state: ArticleFormState; editing: Editing; place: Place }

/** What whoever writes has to decide or to know. */
export function FormNotices({ state, editing, place }: Props) {
  return (
    <>
      {state.problems.length > 0 && (
        <Notice tone="warning" title="Saved, but for this">
          <ul>
            {state.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {state.clashes.length > 0 && (
        <div className="desk-notice is-warning" role="alert">
          <p>
            <strong>{`Not saved yet: ${state.by ?? 'somebody'} changed the same words`}</strong>
          </p>
          <p>
            Both versions of a paragraph stand in the text below, theirs first. Take out what is too much, then save.
          </p>
          {state.clashes.map((clash) => (
            <dl key={`${clash.label}${clash.theirs}`} className="editor-sides">
              <dt>{clash.label}: theirs</dt>
              <dd>{clash.theirs}</dd>
              <dt>{clash.label}: yours</dt>
              <dd>{clash.mine}</dd>
            </dl>
          ))}
        </div>
      )}
      {editing.copy && <CopyOffer copy={editing.copy} place={place} />}
      {editing.clash && <ClashView clash={editing.clash} />}
    </>
  )
}
