'use client'

import { useActionState } from 'react'
import { TextField } from '@/app/_components/newsroom/form-field'
import { SaveForm } from '@/app/_components/newsroom/save-form'
import { askQuestionAction } from '@/lib/comments/question-actions'
import { NEW_FORM } from '@/lib/form-state'

/** The question, in one line; emptied, it is taken away. */
export function QuestionForm({ article, question }: { article: number; question: string }) {
  const [{ errors, values }, send, isPending] = useActionState(askQuestionAction, NEW_FORM)
  return (
    <SaveForm save={send} errors={errors} isPending={isPending}>
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
    </SaveForm>
  )
}
