'use client'

import { type ReactNode, useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { TextArea, TextField } from '@/app/_components/newsroom/form-field'
import { type FormState, NEW_FORM } from '@/lib/form-state'
import {
  banCommenterAction,
  holdCommenterAction,
  releaseCommenterAction,
  removePortraitAction,
  restoreCommenterAction,
  suspendCommenterAction,
  warnAction,
} from '@/lib/moderation/person-actions'

type Action = (state: FormState, form: FormData) => Promise<FormState>

type CausedProps = { id: number /** The comment that it is because of. */; comment?: number }

/** What they are told before anything is put on them. */
export function WarnForm(props: CausedProps) {
  return <ReasonForm {...props} name="warn" action={warnAction} button={{ label: 'Warn' }} />
}

/** Until when, and why, for moderators alone. */
export function HoldForm(props: CausedProps) {
  return (
    <ReasonForm
      {...props}
      name="hold"
      action={holdCommenterAction}
      button={{ label: 'Hold comments' }}
      hasUntil
      isUntold
    />
  )
}

/** Why it is over. */
export function ReleaseForm({ id }: { id: number }) {
  return (
    <ReasonForm id={id} name="release" action={releaseCommenterAction} button={{ label: 'End the hold' }} isUntold />
  )
}

/** Until when, and why. */
export function SuspendForm(props: CausedProps) {
  return <ReasonForm {...props} name="suspend" action={suspendCommenterAction} button={{ label: 'Suspend' }} hasUntil />
}

/** Why somebody is shut out. */
export function BanForm({ person, ...props }: CausedProps & { person: string }) {
  const button = { label: `Ban ${person}`, look: 'danger' as const }
  return <ReasonForm {...props} name="ban" action={banCommenterAction} button={button} />
}

/** Takes off what was put on them. */
export function RestoreForm({ id, label }: { id: number; label: string }) {
  return <PlainForm id={id} label={label} action={restoreCommenterAction} />
}

/** Takes their portrait off, wherever it is shown. */
export function PortraitForm({ id }: { id: number }) {
  return <PlainForm id={id} label="Remove portrait" action={removePortraitAction} />
}

function PlainForm({ id, label, action }: { id: number; label: string; action: Action }) {
  const [{ errors }, send, isPending] = useActionState(action, NEW_FORM)
  return (
    <form action={send}>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="id" value={id} />
      <Button disabled={isPending}>{label}</Button>
    </form>
  )
}

type ReasonFormProps = CausedProps & {
  /** Sets its fields apart from those of the other forms. */
  name: string
  action: Action
  button: { label: ReactNode; look?: 'danger' }
  hasUntil?: boolean
  /** The reason is for moderators: the person is told nothing. */
  isUntold?: boolean
}

function ReasonForm(props: ReasonFormProps) {
  const { id, comment, name, action, button, hasUntil = false, isUntold = false } = props
  const [{ errors, values }, send, isPending] = useActionState(action, NEW_FORM)
  const told = Object.fromEntries(
    Object.entries(errors).map(([field, words]) => [field === 'form' ? field : `${name}-${field}`, words]),
  )
  return (
    <form action={send} className="desk-form" noValidate>
      <ErrorSummary errors={told} />
      <input type="hidden" name="id" value={id} />
      {comment !== undefined && <input type="hidden" name="comment" value={comment} />}
      {hasUntil && (
        <TextField
          name="until"
          id={`${name}-until`}
          type="date"
          label="Until the end of"
          error={errors.until}
          defaultValue={values.until}
          required
        />
      )}
      <TextArea
        name="reason"
        id={`${name}-reason`}
        label="Why"
        hint={isUntold ? 'For moderators and the log. They are told nothing.' : 'They are told it in these words.'}
        error={errors.reason}
        defaultValue={values.reason}
        maxLength={500}
        rows={2}
        required
      />
      <div className="desk-row">
        <Button look={button.look} disabled={isPending}>
          {button.label}
        </Button>
      </div>
    </form>
  )
}
