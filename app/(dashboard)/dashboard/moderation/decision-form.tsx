'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { SelectField, TextField } from '@/app/_components/newsroom/form-field'
import type { CommentState } from '@/lib/comments/comment'
import { NEW_FORM } from '@/lib/form-state'
import type { KeptWords } from '@/lib/moderation/kept-words'
import { placeFields, type QueuePlace } from '@/lib/moderation/queue'
import { decideAction, pickAction, takeOverAction, undoAction } from '@/lib/moderation/queue-actions'

/** Why a comment is rejected, by their numbers on the keys. */
export const REASONS = [
  { value: '', label: 'Choose' },
  { value: 'abuse', label: 'Abuse' },
  { value: 'off-topic', label: 'Off topic' },
  { value: 'spam', label: 'Spam' },
  { value: 'privacy', label: 'Privacy' },
  { value: 'illegal', label: 'Illegal' },
  { value: 'other', label: 'Other' },
]

/** The letter that does the same as a button, where keys are used. */
export function Key({ letter }: { letter: string }) {
  return (
    <span className="desk-key" aria-hidden="true">
      {letter}
    </span>
  )
}

type Props = {
  comment: { id: number; revision: number; seen: number; state: CommentState; signature: string; isEscalated: boolean }
  place: QueuePlace
  /** Whether a decision holds that can be undone: then nothing is merely reopened. */
  isUndoable: boolean
  /** What is looked at afterwards, where one looks at comments one by one. */
  next?: number | null
  /** What was written for its author when it could not be decided on; null for nothing. */
  kept: KeptWords | null
}

/** What can be made of a comment; the reason and the words are for a rejection. */
export function DecisionForm({ comment, place, isUndoable, next = null, kept }: Props) {
  const { id, revision, seen, state, signature, isEscalated } = comment
  const [{ errors, values }, decide, isPending] = useActionState(decideAction, NEW_FORM)
  const { reason, words } = { ...kept, ...values }
  const about = <span className="unseen"> the comment of {signature}</span>
  // The comment that is open stands in the list as well.
  const field = (name: string) => `${place.open === id ? 'open-' : ''}${name}-${id}`
  return (
    <form action={decide} className="queue-decision" noValidate>
      <ErrorSummary errors={errors.words ? { [field('words')]: errors.words } : errors} />
      <RejectByEnter isPending={isPending} />
      <PlaceFields place={place} />
      <input type="hidden" name="commentId" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="seen" value={seen} />
      {next !== null && <input type="hidden" name="next" value={next} />}
      <div className="queue-commands">
        <Button isSmall name="decision" value="approve" disabled={isPending}>
          <span>Approve{about}</span>
          <Key letter="f" />
        </Button>
        <Button isSmall name="decision" value="spam" disabled={isPending}>
          <span>Spam{about}</span>
        </Button>
        {!isEscalated && (
          <Button isSmall name="decision" value="escalate" disabled={isPending}>
            <span>Escalate{about}</span>
            <Key letter="e" />
          </Button>
        )}
        {state !== 'pending' && !isUndoable && (
          <Button isSmall name="decision" value="reopen" disabled={isPending}>
            <span>Reopen{about}</span>
          </Button>
        )}
      </div>
      <div className="queue-commands">
        <SelectField
          name="reason"
          id={field('reason')}
          label="Reason"
          options={REASONS}
          defaultValue={reason}
          key={`reason ${reason}`}
        />
        <TextField
          name="words"
          id={field('words')}
          label="What the author is told besides"
          isOptional
          error={errors.words}
          defaultValue={words}
          key={`words ${words}`}
          maxLength={300}
        />
        <Button isSmall look="danger" name="decision" value="reject" disabled={isPending}>
          <span>Reject{about}</span>
          <Key letter="d" />
        </Button>
      </div>
    </form>
  )
}

/**
 * What Enter in a field of a form of decisions does: a form is sent by the first of its buttons (HTML §4.10.21.2), which
 * would approve what somebody was writing a rejection for. Without a reason it is asked for.
 */
export function RejectByEnter({ isPending }: { isPending: boolean }) {
  return <button type="submit" name="decision" value="reject" disabled={isPending} tabIndex={-1} hidden />
}

/** Marks a comment as an editors’ pick, or no longer. */
export function PickForm({ comment: { id, signature, isPicked }, place }: { comment: Picked; place: QueuePlace }) {
  const [{ errors }, pick, isPending] = useActionState(pickAction, NEW_FORM)
  return (
    <form action={pick} className="queue-pick">
      <ErrorSummary errors={errors} />
      <PlaceFields place={place} />
      <input type="hidden" name="commentId" value={id} />
      <Button isSmall name="on" value={isPicked ? 0 : 1} disabled={isPending}>
        <span>
          {isPicked ? 'Unpick' : 'Pick'}
          <span className="unseen"> the comment of {signature}</span>
        </span>
        <Key letter="p" />
      </Button>
    </form>
  )
}

type Picked = { id: number; signature: string; isPicked: boolean }

/** Takes decisions back: the comments are as they were before. */
export function UndoForm({ decisions, place, label }: { decisions: number[]; place: QueuePlace; label: string }) {
  const [{ errors }, undo, isPending] = useActionState(undoAction, NEW_FORM)
  return (
    <form action={undo} className="queue-undo">
      <ErrorSummary errors={errors} />
      <PlaceFields place={place} />
      {decisions.map((decision) => (
        <input key={decision} type="hidden" name="decision" value={decision} />
      ))}
      <Button isSmall disabled={isPending}>
        {label}
      </Button>
    </form>
  )
}

/** Looks at what somebody else looks at, who is told. */
export function TakeOverForm({ id, signature, place }: { id: number; signature: string; place: QueuePlace }) {
  const [{ errors }, takeOver, isPending] = useActionState(takeOverAction, NEW_FORM)
  return (
    <form action={takeOver}>
      <ErrorSummary errors={errors} />
      <PlaceFields place={place} />
      <input type="hidden" name="commentId" value={id} />
      <Button isSmall disabled={isPending}>
        <span>
          Take it over
          <span className="unseen">, the comment of {signature}</span>
        </span>
      </Button>
    </form>
  )
}

/** Where a form leads back to. */
export function PlaceFields({ place }: { place: QueuePlace }) {
  return Object.entries(placeFields(place)).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
