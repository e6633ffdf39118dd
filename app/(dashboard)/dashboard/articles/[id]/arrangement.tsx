'use client'

import { Check } from '@/app/_components/newsroom/choice-fields'
import { SelectField, TextField } from '@/app/_components/newsroom/form-field'
import { SendBehind, useFormBehind } from './form-behind'
import { ARRANGEMENT_FORM as FORM } from './forms'

type Props = {
  /** What is arranged, as the fields have it: an id, a moment, `yes` or nothing. */
  arranged: { assignee: string; deadline: string; legal: string; picture: string }
  /** Whom it can be given to; nobody where the viewer gives it to nobody. */
  colleagues: { id: number; name: string }[]
  /** The newsroom's zone. */
  zone: string
}

/** Whose the article is, until when, and who else is to look at it. */
export function Arrangement({ arranged, colleagues, zone }: Props) {
  const { errors, values } = useFormBehind(FORM).state
  const { assignee, deadline, legal, picture } = arranged
  // What was refused is there to be put right.
  const shown = Object.keys(errors).length > 0 ? values : arranged
  const people = [
    { value: '', label: 'Nobody' },
    ...colleagues.map(({ id, name }) => ({ value: String(id), label: name })),
  ]
  if (!people.some(({ value }) => value === assignee))
    people.push({ value: assignee, label: 'Somebody who no longer writes here' })
  return (
    <fieldset className="editor-fields editor-arrangement" key={JSON.stringify([arranged, values])}>
      <legend>At the desk</legend>
      {colleagues.length > 0 && (
        <>
          <SelectField
            form={FORM}
            name="assignee"
            label="Assigned"
            options={people}
            defaultValue={shown.assignee}
            error={errors.assignee}
          />
          <input form={FORM} type="hidden" name="assigneeWas" value={assignee} />
          <TextField
            form={FORM}
            name="deadline"
            type="datetime-local"
            label={`Deadline (${zone})`}
            defaultValue={shown.deadline}
            error={errors.deadline}
          />
          <input form={FORM} type="hidden" name="deadlineWas" value={deadline} />
        </>
      )}
      <Check form={FORM} name="legal" value="yes" label="Needs legal" defaultChecked={shown.legal === 'yes'} />
      <input form={FORM} type="hidden" name="legalWas" value={legal} />
      <Check form={FORM} name="picture" value="yes" label="Needs a picture" defaultChecked={shown.picture === 'yes'} />
      <input form={FORM} type="hidden" name="pictureWas" value={picture} />
      <SendBehind id={FORM}>Arrange it</SendBehind>
    </fieldset>
  )
}
