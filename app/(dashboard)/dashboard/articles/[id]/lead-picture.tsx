'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { TextField } from '@/app/_components/newsroom/form-field'
import type { FormValues } from '@/lib/articles/editing/article-form'
import type { DeskPicture } from '@/lib/articles/editing/desk-lookups'
import { paths } from '@/lib/paths'
import { setField } from './form-fields'
import { PicturePicker } from './rich/picture-picker'

type Props = { values: FormValues; errors: Record<string, string>; pictures: DeskPicture[] }

/** The picture above the text, and its words here: chosen from the library, or by its number where no script runs. */
export function LeadPicture({ values, errors, pictures }: Props) {
  const [chosen, setChosen] = useState<DeskPicture | null>(null)
  const [isPicking, setIsPicking] = useState(false)
  const [isLive, setIsLive] = useState(false)
  useEffect(() => setIsLive(true), [])
  const lead = chosen ?? pictures.find(({ id }) => String(id) === values.leadMedia)
  const choose = ([picture]: DeskPicture[]) => {
    if (!picture) return
    setChosen(picture)
    setField('leadMedia', String(picture.id))
    setField('leadAlt', picture.alt)
    setField('leadCaption', picture.caption)
    setField('leadCredit', picture.credit)
  }
  return (
    <details className="editor-lead" open={Boolean(values.leadMedia)}>
      <summary>Lead picture</summary>
      {lead && (
        // biome-ignore lint/performance/noImgElement: pictures of the desk come as they are
        <img src={paths.deskPicture(lead.id)} alt={values.leadAlt} width={lead.width} height={lead.height} />
      )}
      {isLive && (
        <p>
          <Button type="button" isSmall onClick={() => setIsPicking(true)}>
            {lead ? 'Choose another picture' : 'Choose a picture'}
          </Button>
        </p>
      )}
      {isPicking && <PicturePicker isGallery={false} choose={choose} close={() => setIsPicking(false)} />}
      <div className="editor-pair">
        <TextField
          name="leadMedia"
          label="Picture number"
          hint="Empty for none."
          inputMode="numeric"
          pattern="\d*"
          defaultValue={values.leadMedia}
          error={errors.leadImage}
        />
        <TextField name="leadCredit" label="Credit" defaultValue={values.leadCredit} maxLength={500} />
      </div>
      <TextField
        name="leadAlt"
        label="Alternative text"
        hint="What somebody who does not see it should know. Empty when it only decorates."
        defaultValue={values.leadAlt}
        maxLength={2000}
      />
      <TextField name="leadCaption" label="Caption" defaultValue={values.leadCaption} maxLength={2000} />
    </details>
  )
}
