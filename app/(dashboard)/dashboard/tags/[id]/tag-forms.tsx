'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { TextArea, TextField } from '@/app/_components/newsroom/form-field'
import { NEW_FORM } from '@/lib/form-state'
import { mergeTagAction, saveTagAction } from '@/lib/site/topic-actions'

/** What a tag is called, and where it is. */
export function TagForm({ tag }: { tag: { id: number; name: string; slug: string; description: string } }) {
  const [{ errors, values }, save, isPending] = useActionState(saveTagAction, NEW_FORM)
  const shown = { ...tag, ...values }
  return (
    <form action={save} className="desk-form" noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="id" value={tag.id} />
      <TextField name="name" label="Name" defaultValue={shown.name} error={errors.name} maxLength={60} required />
      <TextField
        name="slug"
        label="Address"
        hint="The last part of it. When it changes, the old address leads to the new one."
        defaultValue={shown.slug}
        error={errors.slug}
        maxLength={100}
        spellCheck={false}
        required
      />
      <TextArea
        name="description"
        label="Description"
        hint="At the head of its page."
        defaultValue={shown.description}
        error={errors.description}
        maxLength={400}
        rows={3}
        isOptional
      />
      <div className="desk-row">
        <Button look="primary" disabled={isPending}>
          Save tag
        </Button>
      </div>
    </form>
  )
}

/** Which tag it becomes. */
export function MergeForm({ id }: { id: number }) {
  const [{ errors, values }, merge, isPending] = useActionState(mergeTagAction, NEW_FORM)
  return (
    <form action={merge} className="desk-form" noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="id" value={id} />
      <TextField
        name="into"
        label="Into the tag"
        hint="Its name or address."
        defaultValue={values.into}
        error={errors.into}
        maxLength={100}
        required
      />
      <div className="desk-row">
        <Button look="danger" disabled={isPending}>
          Merge
        </Button>
      </div>
    </form>
  )
}
