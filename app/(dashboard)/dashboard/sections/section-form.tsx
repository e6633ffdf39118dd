'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { Choices } from '@/app/_components/newsroom/choice-fields'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { TextArea, TextField } from '@/app/_components/newsroom/form-field'
import { NEW_FORM } from '@/lib/form-state'
import { saveSectionAction } from '@/lib/site/topic-actions'

type SectionFormProps = { section?: { id: number; name: string; slug: string; description: string; kind: string } }

const KINDS = [
  { value: 'news', label: 'News' },
  { value: 'opinion', label: 'Opinion', hint: 'Its articles are marked as opinion.' },
]

/** What a section is called, and where it is. */
export function SectionForm({ section }: SectionFormProps) {
  const [{ errors, values }, save, isPending] = useActionState(saveSectionAction, NEW_FORM)
  const shown = { name: '', slug: '', description: '', kind: 'news', ...section, ...values }
  return (
    <form action={save} className="desk-form" noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="id" value={section?.id ?? ''} />
      <TextField name="name" label="Name" defaultValue={shown.name} error={errors.name} maxLength={60} required />
      <TextField
        name="slug"
        label="Address"
        hint={
          section
            ? 'The last part of it. When it changes, the old address leads to the new one.'
            : 'The last part of it, such as politics: small letters and digits, with hyphens between words.'
        }
        defaultValue={shown.slug}
        error={errors.slug}
        maxLength={100}
        spellCheck={false}
        required
      />
      <TextArea
        name="description"
        label="Description"
        hint="At the head of the section, and for search engines."
        defaultValue={shown.description}
        error={errors.description}
        maxLength={400}
        rows={3}
        isOptional
      />
      <Choices name="kind" type="radio" legend="It holds" options={KINDS} chosen={[shown.kind]} error={errors.kind} />
      <div className="desk-row">
        <Button look="primary" disabled={isPending}>
          Save section
        </Button>
      </div>
    </form>
  )
}
