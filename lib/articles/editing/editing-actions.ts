'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '../../form-state'
import { orNotFound } from '../../or-not-found'
import { paths } from '../../paths'
import { requireStaff } from '../../people/current-viewer'
import { createArticle } from '../article-commands'
import { holdArticle, letGo } from './article-lock'
import { doneBeside } from './done-beside'
import type { ArticleFormState } from './form-state'
import { newArticleSchema } from './new-article-input'
import { isRefusal, refusalOf } from './save-answer'
import { saveForm } from './save-form'

/** Saves the article's form. */
export async function saveFormAction(_: ArticleFormState, form: FormData): Promise<ArticleFormState> {
  const id = Number(form.get('article'))
  const viewer = await requireStaff(paths.deskArticle(id))
  const again = await saveForm(viewer, id, form)
  return again ?? redirect(`${paths.deskArticle(id)}?done=saved${form.get('plain') === '1' ? '&plain=1' : ''}`)
}

export type NewArticleState = { errors: Record<string, string>; values: Record<string, string> }

/** Begins an article, and opens it. */
export async function beginArticleAction(_: NewArticleState, form: FormData): Promise<NewArticleState> {
  const viewer = await requireStaff(paths.newArticle())
  const values = Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
  const input = newArticleSchema.safeParse(values)
  if (!input.success) {
    const errors = input.error.issues.map(({ path, message }) => [String(path[0] ?? 'form'), message])
    return { errors: Object.fromEntries(errors), values }
  }
  const made = await createArticle(viewer, { ...input.data, bylines: [viewer.name] }).catch(refusalOf)
  if (!made) throw new Error('The article could not be begun.')
  if ('words' in made) return { errors: { [made.field ?? 'form']: made.words }, values }
  redirect(paths.deskArticle(made.id))
}

/** Holds an article for one person, or lets it go. */
export async function lockAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('article'))
  const viewer = await requireStaff(paths.deskArticle(id))
  const isHeld = form.get('hold') !== 'no'
  const reason = String(form.get('reason') ?? '').slice(0, 300)
  await orNotFound(() => (isHeld ? holdArticle(viewer, id, reason) : letGo(viewer, id)), isRefusal)
  return doneBeside(id, isHeld ? 'held' : 'let-go')
}
