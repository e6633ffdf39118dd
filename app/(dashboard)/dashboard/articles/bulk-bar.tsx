import { Button } from '@/app/_components/newsroom/button'
import { SelectField, TextField } from '@/app/_components/newsroom/form-field'
import type { BulkDeed } from '@/lib/articles/desk/bulk-commands'

type Props = { people: { id: number; name: string }[]; zone: string; isBin: boolean }

const DEEDS: { value: BulkDeed; label: string }[] = [
  { value: 'assign', label: 'Assign to the person' },
  { value: 'deadline', label: 'Set the deadline' },
  { value: 'want-legal', label: 'Ask for legal' },
  { value: 'legal-done', label: 'Legal is done' },
  { value: 'want-picture', label: 'Ask for a picture' },
  { value: 'picture-done', label: 'The picture is there' },
  { value: 'duplicate', label: 'Duplicate as a draft' },
  { value: 'bin', label: 'Move to the bin' },
]

/** What can be done with every article that is ticked. */
export function BulkBar({ people, zone, isBin }: Props) {
  const deeds = isBin ? [{ value: 'restore' as const, label: 'Take out of the bin' }] : DEEDS
  const nobody = { value: '', label: 'Nobody' }
  return (
    <fieldset className="desk-filters list-bulk">
      <legend>With those that are ticked</legend>
      <SelectField name="deed" label="Do" options={deeds} />
      {!isBin && (
        <>
          <SelectField
            name="person"
            label="Person"
            options={[nobody, ...people.map(({ id, name }) => ({ value: String(id), label: name }))]}
          />
          <TextField name="deadline" type="datetime-local" label={`Deadline (${zone})`} />
        </>
      )}
      <Button>Do it</Button>
    </fieldset>
  )
}
