import { TextField } from '@/app/_components/newsroom/form-field'
import type { FormValues } from '@/lib/articles/editing/article-form'
import type { DeskPicture } from '@/lib/articles/editing/desk-lookups'
import { paths } from '@/lib/paths'

type Props = { values: FormValues; errors: Record<string, string>; pictures: DeskPicture[] }

/** What readers see above the text, where they will see it. */
export function CanvasFields({ values, errors, pictures }: Props) {
  return (
    <>
      <Line name="kicker" label="Kicker" rows={1} longest={60} values={values} errors={errors} />
      <Line name="headline" label="Headline" rows={1} longest={300} values={values} errors={errors} />
      <Line name="standfirst" label="Standfirst" rows={2} longest={2000} values={values} errors={errors} />
      <LeadPicture values={values} errors={errors} pictures={pictures} />
      <Line name="keyPoints" label="Key points, one a line" rows={2} longest={5000} values={values} errors={errors} />
    </>
  )
}

type LineProps = Omit<Props, 'pictures'> & { name: string; label: string; rows: number; longest: number }

function Line({ name, label, rows, longest, values, errors }: LineProps) {
  const error = errors[name]
  return (
    <div className={`editor-line is-${name}`}>
      <label htmlFor={name}>{label}</label>
      {error && (
        <p className="desk-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxLength={longest}
        defaultValue={values[name]}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
      />
    </div>
  )
}

function LeadPicture({ values, errors, pictures }: Props) {
  const lead = pictures.find(({ id }) => String(id) === values.leadMedia)
  return (
    <details className="editor-lead" open={Boolean(values.leadMedia)}>
      <summary>Lead picture</summary>
      {lead && (
        // biome-ignore lint/performance/noImgElement: pictures of the desk come as they are
        <img src={paths.deskPicture(lead.id)} alt={values.leadAlt} width={lead.width} height={lead.height} />
      )}
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
