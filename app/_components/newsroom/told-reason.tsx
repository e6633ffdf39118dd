import { TextArea } from './form-field'

type Props = { id: string; error: string | undefined; value: string | undefined }

/** Why something is done to somebody, in the words that they are told. Its field is `reason`. */
export function ToldReason({ id, error, value }: Props) {
  return (
    <TextArea
      name="reason"
      id={id}
      label="Why"
      hint="They are told it in these words."
      error={error}
      defaultValue={value}
      maxLength={500}
      rows={2}
      required
    />
  )
}
