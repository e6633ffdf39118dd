'use client'

import { type FormEvent, useActionState, useState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { Choices } from '@/app/_components/newsroom/choice-fields'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { SelectField, TextArea, TextField } from '@/app/_components/newsroom/form-field'
import { publishAction } from '@/lib/articles/publish-actions'
import { NEW_FORM } from '@/lib/form-state'
import { COMMENT_OPTIONS } from '../options'
import { LookAgain } from './look-again'
import { sentenceOf, type Terms } from './sentence'

type Props = {
  article: { id: number; revision: number; isPublished: boolean; hasChangesNotLive: boolean }
  section: string
  zone: string
  start: { at: string; embargoUntil: string; takeDownAt: string; comments: string }
  isBlocked: boolean
}

const KINDS = [
  { value: 'minor', label: 'Minor', hint: 'Spelling or layout. No new time; on record all the same.' },
  { value: 'update', label: 'Update', hint: 'News of substance. Readers see a new time and what changed.' },
  {
    value: 'clarification',
    label: 'Clarification',
    hint: 'It could be misunderstood. The words below stand under it.',
  },
  { value: 'correction', label: 'Correction', hint: 'It was wrong. The words below stand above and under it.' },
]

/** The terms on which an article goes out, and the one sentence that says what will happen. It works without a script. */
export function PublishForm({ article, section, zone, start, isBlocked }: Props) {
  const [{ errors, values }, publish, isPending] = useActionState(publishAction, NEW_FORM)
  const typed = { ...start, ...values }
  const first: Terms = {
    ...{ when: values.when ?? (start.at ? 'at' : 'now'), at: typed.at, embargoUntil: typed.embargoUntil },
    ...{ takeDownAt: typed.takeDownAt, comments: typed.comments, kind: values.kind ?? 'minor' },
  }
  const [terms, setTerms] = useState(first)
  const note = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const form = new FormData(currentTarget)
    setTerms(Object.fromEntries(Object.keys(first).map((name) => [name, String(form.get(name) ?? '')])) as Terms)
  }
  const sentence = sentenceOf(terms, { section, zone, isPublished: article.isPublished })
  return (
    <form action={publish} onChange={note} className="desk-form" key={JSON.stringify(values)}>
      <ErrorSummary errors={errors} />
      {errors.form && <LookAgain articleId={article.id} />}
      <input type="hidden" name="article" value={article.id} />
      <input type="hidden" name="base" value={article.revision} />
      {article.isPublished ? (
        <>
          {!article.hasChangesNotLive && <p>The desk has changed no words since it was last published.</p>}
          <Choices
            name="kind"
            legend="What kind of a change is it?"
            type="radio"
            options={KINDS}
            chosen={[first.kind]}
          />
          <TextArea
            name="note"
            label="What readers are told"
            hint="Needed for a clarification and a correction: what was wrong, and what is right."
            error={errors.note}
            defaultValue={values.note}
            maxLength={2000}
            isOptional
          />
        </>
      ) : (
        <>
          <Choices
            name="when"
            legend="When"
            type="radio"
            options={[
              { value: 'now', label: 'Now' },
              { value: 'at', label: 'At a time' },
            ]}
            chosen={[first.when]}
          />
          <TextField
            name="at"
            type="datetime-local"
            label={`Time (${zone})`}
            hint="As the newsroom’s clocks show it."
            error={errors.at}
            defaultValue={first.at}
            isOptional
          />
        </>
      )}
      <TextField
        name="embargoUntil"
        type="datetime-local"
        label={`Embargo until (${zone})`}
        hint="Nobody sees it before, wherever they look."
        error={errors.embargoUntil}
        defaultValue={first.embargoUntil}
        isOptional
      />
      <TextField
        name="takeDownAt"
        type="datetime-local"
        label={`Take down at (${zone})`}
        error={errors.takeDownAt}
        defaultValue={first.takeDownAt}
        isOptional
      />
      <SelectField name="comments" label="Comments" options={COMMENT_OPTIONS} defaultValue={first.comments} />
      {isBlocked && (
        <TextArea
          name="waiver"
          label="Publish in spite of what is to fix, because"
          hint="Only with a reason. It stays on record with your name."
          error={errors.waiver}
          defaultValue={values.waiver}
          maxLength={500}
          rows={2}
          isOptional
        />
      )}
      <p className="desk-sentence" aria-live="polite">
        {sentence.words}
      </p>
      <p>
        <Button look="primary" disabled={isPending}>
          {sentence.verb}
        </Button>
      </p>
    </form>
  )
}
