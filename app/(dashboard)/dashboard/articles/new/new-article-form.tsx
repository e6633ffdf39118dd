'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { SelectField, TextArea, TextField } from '@/app/_components/newsroom/form-field'
import { beginArticleAction } from '@/lib/articles/editing/editing-actions'
import { KIND_OPTIONS } from '../[id]/options'

type Props = { sections: { slug: string; name: string }[]; language: string }

export function NewArticleForm({ sections, language }: Props) {
  const [{ errors, values }, begin, isPending] = useActionState(beginArticleAction, { errors: {}, values: {} })
  return (
    <form action={begin} className="desk-form">
      <ErrorSummary errors={errors} />
      <TextField
        name="headline"
        label="Headline"
        error={errors.headline}
        defaultValue={values.headline}
        maxLength={300}
        required
      />
      <TextArea
        name="standfirst"
        label="Standfirst"
        isOptional
        rows={2}
        defaultValue={values.standfirst}
        error={errors.standfirst}
        maxLength={2000}
      />
      <SelectField
        name="section"
        label="Section"
        error={errors.section}
        defaultValue={values.section}
        options={sections.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <SelectField name="kind" label="Kind" options={KIND_OPTIONS} defaultValue={values.kind ?? 'news'} />
      <TextField
        name="language"
        label="Language"
        hint="As en or pt-BR."
        error={errors.language}
        defaultValue={values.language ?? language}
        maxLength={35}
        required
      />
      <p>
        <Button look="primary" disabled={isPending}>
          Start writing
        </Button>
      </p>
    </form>
  )
}
