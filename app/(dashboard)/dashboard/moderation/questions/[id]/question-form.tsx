'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { TextField } from '@/app/_components/newsroom/form-field'
import { askQuestionAction } from '@/lib/comments/question-actions'
import { NEW_FORM } from '@/lib/form-state'

/** The question, in one line; emptied, it is taken away. */
export function QuestionForm({ article, question }: { article: number; question: string }) {
  const [{ errors, values }, send, isPending] = useActionState(askQuestionAction, NEW_FORM)
  return (
    <form action={send} className="desk-form" noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="article" value={article} />
      <TextField
        name="question"
        label="Question"
        hint="It stands above the composer while comments are open. Leave it empty to ask nothing."
        error={errors.question}
        defaultValue={values.question ?? question}
        maxLength={300}
        dir="auto"
      />
      <div className="desk-row">
        <Button look="primary" disabled={isPending}>
          Save
        </Button>
      </div>
    </form>
  )
}
