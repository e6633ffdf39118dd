'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { Check } from '@/app/_components/newsroom/choice-fields'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { TextArea, TextField } from '@/app/_components/newsroom/form-field'
import { NEW_FORM } from '@/lib/form-state'
import { deleteMediaAction, describeAction } from '@/lib/media/media-desk-actions'
import { FocalPoint } from './focal-point'

type Props = {
  picture: { id: number; address: string; width: number; height: number }
  start: Record<'alt' | 'caption' | 'credit' | 'licence' | 'licenceEnds' | 'across' | 'down', string>
  isDecorative: boolean
}

/** What a picture shows, whose it is, how it may be used, and what of it must stay in view. */
export function DescribeForm({ picture, start, isDecorative }: Props) {
  const [{ errors, values }, save, isPending] = useActionState(describeAction, NEW_FORM)
  const isAgain = Object.keys(values).length > 0
  const shown = { ...start, ...values }
  return (
    <form action={save} className="desk-form is-wide" key={JSON.stringify(values)} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="id" value={picture.id} />
      <fieldset className="desk-form">
        <legend className="unseen">The picture</legend>
        <TextArea
          name="alt"
          label="Alternative text"
          hint="What somebody who does not see it should know. Not the caption again."
          defaultValue={shown.alt}
          error={errors.alt}
          rows={2}
        />
        <Check
          name="decorative"
          label="It only decorates"
          hint="It says nothing that the text does not: it needs no alternative text."
          defaultChecked={isAgain ? values.decorative === 'on' : isDecorative}
        />
        <TextArea
          name="caption"
          label="Caption"
          defaultValue={shown.caption}
          error={errors.caption}
          rows={2}
          isOptional
        />
        <TextField
          name="credit"
          label="Credit"
          hint="Who made it, and for whom: Lena Ortiz/The Harbour Record."
          defaultValue={shown.credit}
          error={errors.credit}
        />
        <TextField
          name="licence"
          label="Licence"
          hint="How it may be used: own, an agency’s contract, CC BY 4.0."
          defaultValue={shown.licence}
          error={errors.licence}
        />
        <TextField
          name="licenceEnds"
          type="date"
          label="Last day of the licence"
          hint="After it the picture is withheld from readers."
          defaultValue={shown.licenceEnds}
          error={errors.licenceEnds}
          isOptional
        />
        <FocalPoint picture={picture} start={{ across: shown.across, down: shown.down }} errors={errors} />
        <p>
          <Button look="primary" disabled={isPending}>
            Save
          </Button>
        </p>
      </fieldset>
    </form>
  )
}

/** Takes the picture out of the library. */
export function DeleteForm({ id }: { id: number }) {
  const [{ errors }, remove, isPending] = useActionState(deleteMediaAction, NEW_FORM)
  return (
    <form action={remove} className="desk-form">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="id" value={id} />
      <p>
        <Button look="danger" disabled={isPending}>
          Delete the picture
        </Button>
      </p>
    </form>
  )
}
