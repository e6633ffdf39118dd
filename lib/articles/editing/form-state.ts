import type { FormValues } from './article-form'

/** One thing that two people changed, as the form without a script shows it. */
export type ShownClash = { label: string; theirs: string; mine: string }

/** What the form of an article is drawn with. */
export type ArticleFormState = {
  values: FormValues
  baseRevision: number
  /** A fresh one for every form that is drawn: the same form sent twice is one save. */
  saveId: string
  errors: Record<string, string>
  /** What the Markdown could not say. */
  problems: string[]
  clashes: ShownClash[]
  /** Who saved meanwhile, for the clashes. */
  by: string | null
}
