'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { TextField } from '@/app/_components/newsroom/form-field'
import { NEW_FORM } from '@/lib/form-state'
import { removeAccentAction, saveAccentAction } from '@/lib/site/settings-actions'

const PETROL = { light: '#0f4c5c', dark: '#7fc4d3' }

/** One colour for light pages and one for dark ones. */
export function AccentForm({ accent }: { accent: { light: string; dark: string } | null }) {
  const [{ errors, values }, save, isPending] = useActionState(saveAccentAction, NEW_FORM)
  const shown = { ...PETROL, ...accent, ...values }
  return (
    <>
      <form action={save} className="desk-form" noValidate>
        <ErrorSummary errors={errors} />
        <TextField
          name="light"
          type="color"
          label="On light pages"
          key={`light ${shown.light}`}
          defaultValue={shown.light}
          error={errors.light}
        />
        <TextField
          name="dark"
          type="color"
          label="On dark pages"
          key={`dark ${shown.dark}`}
          defaultValue={shown.dark}
          error={errors.dark}
        />
        <div className="desk-row">
          <Button look="primary" disabled={isPending}>
            Save colours
          </Button>
        </div>
      </form>
      {accent && (
        <form action={removeAccentAction}>
          <Button look="quiet">Back to petrol</Button>
        </form>
      )}
    </>
  )
}
