'use server'

import { notFound } from 'next/navigation'
import { type FormState, faultsOf, refusal } from '../../form-state'
import { paths } from '../../paths'
import { requireStaff } from '../../people/current-viewer'
import { getSite } from '../../site/site-queries'
import { doneBeside } from '../editing/done-beside'
import { isRefusal } from '../editing/save-answer'
import { arrange, NoColleague } from './arrangement-commands'
import { arrangementSchema } from './arrangement-input'

/** Arranges who does what with an article. Fields: article, and those of {@link arrangementSchema}. */
export async function arrangeAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('article'))
  const viewer = await requireStaff(paths.deskArticle(id))
  const { zone } = await getSite()
  const order = arrangementSchema(zone).safeParse(Object.fromEntries(form))
  if (!order.success) return faultsOf(order.error, form)
  try {
    await arrange(viewer, id, order.data)
  } catch (error) {
    if (error instanceof NoColleague) return refusal('Choose somebody who writes here, or nobody.', form, 'assignee')
    if (isRefusal(error)) notFound()
    throw error
  }
  return doneBeside(id, 'arranged')
}
