'use client'

import { useActionState } from 'react'
import { TextArea } from '@/app/_components/newsroom/form-field'
import { SaveForm } from '@/app/_components/newsroom/save-form'
import { NEW_FORM } from '@/lib/form-state'
import { saveMenuAction } from '@/lib/site/settings-actions'

/** One link on each line. */
export function MenuForm({ text }: { text: string }) {
  const [{ errors, values }, save, isPending] = useActionState(saveMenuAction, NEW_FORM)
  return (
    <SaveForm save={save} errors={errors} isPending={isPending}>
      <TextArea
        name="menu"
        label="Links"
        hint="One on each line: its name, a bar, and a path of this site or an address with https://. Empty, those of the house come back."
        defaultValue={values.menu ?? text}
        error={errors.menu}
        rows={8}
        spellCheck={false}
      />
    </SaveForm>
  )
}
