'use server'

import { notFound, redirect } from 'next/navigation'
import { paths } from '../../paths'
import { requireStaff } from '../../people/current-viewer'
import { getSite } from '../../site/site-queries'
import { mayWrite } from '../article-policy'
import { momentField } from '../moment-field'
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
    const deadline = momentField(zone).safeParse(form.get('deadline') ?? '')
    // A deadline that cannot be read is none that anybody wanted taken away.
    const isReadable = deadline.success || deed !== 'deadline'
    const order = { deed, deadlineAt: deadline.data ?? null, assigneeId: Number(form.get('person')) || null }
    const { done, left } = isReadable ? await doWithAll(viewer, ids, order) : { done: 0, left: ids.length }
    query.set('done', String(done))
    if (left > 0) query.set('left', String(left))
  }
  redirect(paths.deskArticles(query.toString()))
}
