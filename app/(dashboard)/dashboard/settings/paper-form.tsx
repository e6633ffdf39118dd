'use client'

import { useActionState } from 'react'
import { SelectField, TextArea, TextField } from '@/app/_components/newsroom/form-field'
import { SaveForm } from '@/app/_components/newsroom/save-form'
import { NEW_FORM } from '@/lib/form-state'
import { savePaperAction } from '@/lib/site/settings-actions'

type PaperFormProps = {
  site: { name: string; tagline: string; description: string; zone: string; language: string }
  zones: string[]
}

/** The paper's own words. */
export function PaperForm({ site, zones }: PaperFormProps) {
  const [{ errors, values }, save, isPending] = useActionState(savePaperAction, NEW_FORM)
  const shown = { ...site, ...values }
  return (
    <SaveForm save={save} errors={errors} isPending={isPending}>
      <TextField name="name" label="Name" defaultValue={shown.name} error={errors.name} maxLength={80} required />
      <TextField
        name="tagline"
        label="Tagline"
        hint="Under the name on the front page."
        defaultValue={shown.tagline}
        error={errors.tagline}
        maxLength={160}
        isOptional
      />
      <TextArea
        name="description"
        label="Description"
        hint="At the foot of every page, and what search engines say of the paper."
        defaultValue={shown.description}
        error={errors.description}
        maxLength={400}
        rows={3}
        isOptional
      />
      <SelectField
        name="zone"
        label="Time zone"
        hint="In which the paper dates, schedules and closes."
        key={shown.zone}
        defaultValue={shown.zone}
        error={errors.zone}
        options={zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
      />
      <TextField
        name="language"
        label="Language"
        hint="Its code, such as en, de or pt-BR (BCP 47). An article may have another."
        defaultValue={shown.language}
        error={errors.language}
        maxLength={35}
        required
      />
    </SaveForm>
  )
}
