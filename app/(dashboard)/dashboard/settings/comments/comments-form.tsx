'use client'

import { useActionState } from 'react'
import { Check, Choices } from '@/app/_components/newsroom/choice-fields'
import { TextArea, TextField } from '@/app/_components/newsroom/form-field'
import { SaveForm } from '@/app/_components/newsroom/save-form'
import { NEW_FORM } from '@/lib/form-state'
import { saveCommentSettingsAction } from '@/lib/site/settings-actions'

type CommentsFormProps = {
  site: { commentsAreOn: boolean; commentMode: string; commentsCloseAfterDays: number; commentRules: string }
}

const MODES = [
  { value: 'open', label: 'Open', hint: 'Shown at once, but for what the rules hold back.' },
  { value: 'premoderated', label: 'Checked first', hint: 'Shown once a moderator has approved it.' },
  { value: 'closed', label: 'Closed' },
]

/** How people may comment. */
export function CommentsForm({ site }: CommentsFormProps) {
  const [{ errors, values }, save, isPending] = useActionState(saveCommentSettingsAction, NEW_FORM)
  const isAgain = Object.keys(values).length > 0
  const days = site.commentsCloseAfterDays === 0 ? '' : String(site.commentsCloseAfterDays)
  return (
    <SaveForm save={save} errors={errors} isPending={isPending}>
      <Check
        name="commentsAreOn"
        label="People may comment"
        hint="Off, nobody can comment anywhere. What was said stays."
        defaultChecked={isAgain ? values.commentsAreOn === 'on' : site.commentsAreOn}
      />
      <Choices
        name="commentMode"
        type="radio"
        legend="Comments on a new article"
        options={MODES}
        chosen={[values.commentMode ?? site.commentMode]}
        error={errors.commentMode}
      />
      <TextField
        name="commentsCloseAfterDays"
        label="Close after days"
        hint="Counted from an article’s publication. Empty, they stay open."
        inputMode="numeric"
        defaultValue={values.commentsCloseAfterDays ?? days}
        error={errors.commentsCloseAfterDays}
        maxLength={4}
        isOptional
      />
      <TextArea
        name="commentRules"
        label="Rules"
        hint="Shown where people write."
        defaultValue={values.commentRules ?? site.commentRules}
        error={errors.commentRules}
        maxLength={4000}
        rows={6}
      />
    </SaveForm>
  )
}
