'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { TextArea } from '@/app/_components/newsroom/form-field'
import { NEW_FORM } from '@/lib/form-state'
import { answerReportAction } from '@/lib/moderation/report-actions'
import type { ReportOutcome } from '@/lib/moderation/report-answer'

type Props = {
  id: number
  /** The text that the moderator sees. */
  revision: number
  outcome: ReportOutcome
  /** How the answer may begin. */
  suggestion: string
  label: string
}

/** One decision, and what whoever reported the comment is told with it. */
export function AnswerForm({ id, revision, outcome, suggestion, label }: Props) {
  const [{ errors, values }, send, isPending] = useActionState(answerReportAction, NEW_FORM)
  const field = `${outcome}-answer`
  return (
    <form action={send} className="desk-form" noValidate>
      <ErrorSummary errors={errors.answer ? { [field]: errors.answer } : errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="outcome" value={outcome} />
      <TextArea
        name="answer"
        id={field}
        label="Your answer"
        hint="Whoever reported it is told this by mail and on their page of reports. Say what was decided, and why."
        error={errors.answer}
        defaultValue={values.answer ?? suggestion}
        maxLength={2000}
        rows={4}
        required
      />
      <div className="desk-row">
        <Button look={outcome === 'upheld' ? 'danger' : undefined} disabled={isPending}>
          {label}
        </Button>
      </div>
    </form>
  )
}
