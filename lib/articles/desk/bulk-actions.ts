'use server'

import { notFound, redirect } from 'next/navigation'
import { zonedToDate } from '../../dates'
import { paths } from '../../paths'
import { requireStaff } from '../../people/current-viewer'
import { getSite } from '../../site/site-queries'
import { mayWrite } from '../article-policy'
import { BULK_DEEDS, doWithAll } from './bulk-commands'

const MOST = 200
/** What the list is filtered by goes back with the answer, which has room for no more. */
const LONGEST_QUERY = 1000

/** Does one thing with the articles that were ticked. */
export async function bulkAction(form: FormData): Promise<void> {
  const viewer = await requireStaff(paths.deskArticles())
  if (!mayWrite(viewer)) notFound()
  const query = new URLSearchParams(String(form.get('query') ?? '').slice(0, LONGEST_QUERY))
  const deed = BULK_DEEDS.find((known) => known === form.get('deed'))
  const ids = form.getAll('id').map(Number).filter(Number.isSafeInteger).slice(0, MOST)
  if (deed && ids.length > 0) {
    const { zone } = await getSite()
    const typed = String(form.get('deadline') ?? '')
    const deadlineAt = typed ? zonedToDate(typed.length === 16 ? `${typed}:00` : typed, zone) : null
    const { done, left } = await doWithAll(viewer, ids, {
      ...{ deed, deadlineAt, assigneeId: Number(form.get('person')) || null },
    })
    query.set('done', String(done))
    if (left > 0) query.set('left', String(left))
  }
  redirect(paths.deskArticles(query.toString()))
}
