'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { Facts } from '@/app/_components/newsroom/facts'
import { TextArea, TextField } from '@/app/_components/newsroom/form-field'
import { Notice } from '@/app/_components/newsroom/notice'
import { NEW_FORM } from '@/lib/form-state'
import { paths } from '@/lib/paths'
import { mergeTagAction, saveTagAction } from '@/lib/site/topic-actions'

type Tag = { id: number; name: string; slug: string; description: string }

/** What a tag is called, and where it is; for whoever may not change it, the same to read, with the reason. */
export function TagForm({ tag, obstacle }: { tag: Tag; obstacle: string | null }) {
  const [{ errors, values }, save, isPending] = useActionState(saveTagAction, NEW_FORM)
  // What was typed before it came to be refused is not thrown away.
  if (obstacle !== null && Object.keys(values).length === 0) return <TagFacts tag={tag} obstacle={obstacle} />
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

function TagFacts({ tag, obstacle }: { tag: Tag; obstacle: string }) {
  return (
    <>
      <Notice tone="info" title="You can use this tag, and not change it">
        {obstacle}
      </Notice>
      <Facts
        facts={[
          ['Name', tag.name],
          ['Address', paths.tag(tag.slug)],
          ['Description', tag.description || 'None'],
        ]}
      />
    </>
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
