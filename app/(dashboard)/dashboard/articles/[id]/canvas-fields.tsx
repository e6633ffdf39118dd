import type { FormValues } from '@/lib/articles/editing/article-form'
import type { DeskPicture } from '@/lib/articles/editing/desk-lookups'
import { HeadlineLength } from './headline-length'
import { LeadPicture } from './lead-picture'

type Props = { values: FormValues; errors: Record<string, string>; pictures: DeskPicture[] }

const LENGTH = 'headline-length'

/** What readers see above the text, where they will see it. */
export function CanvasFields({ values, errors, pictures }: Props) {
  return (
    <>
      <Line name="kicker" label="Kicker" rows={1} longest={60} values={values} errors={errors} />
      <Line name="headline" label="Headline" rows={1} longest={300} values={values} errors={errors} about={LENGTH} />
      <HeadlineLength id={LENGTH} written={values.headline ?? ''} />
      <Line name="standfirst" label="Standfirst" rows={2} longest={2000} values={values} errors={errors} />
      <LeadPicture values={values} errors={errors} pictures={pictures} />
      <Line name="keyPoints" label="Key points, one a line" rows={2} longest={5000} values={values} errors={errors} />
    </>
  )
}

type LineProps = Omit<Props, 'pictures'> & {
  name: string
  label: string
  rows: number
  longest: number
  /** The id of what else is said of it. */
  about?: string
}

function Line({ name, label, rows, longest, values, errors, about }: LineProps) {
  const error = errors[name]
  const described = [error && `${name}-error`, about].filter(Boolean).join(' ')
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
        dir="auto"
        maxLength={longest}
        defaultValue={values[name]}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
      />
    </div>
  )
}
