'use server'

import { notFound, redirect } from 'next/navigation'
import { paths } from '../../paths'
import { requireStaff } from '../../people/current-viewer'
import { Refused } from '../../people/viewer'
import { ArticleNotFound } from '../article-record'
import { NothingToHide, scanForLeaks } from './leak-scan-commands'

/** Looks for leaks of an article that is not for readers. Field: article. */
export async function leakScanAction(form: FormData): Promise<void> {
  const id = Number(form.get('article'))
  const viewer = await requireStaff(paths.publishSheet(id))
  try {
    await scanForLeaks(viewer, id)
  } catch (error) {
    if (error instanceof Refused || error instanceof ArticleNotFound) notFound()
    if (error instanceof NothingToHide) redirect(paths.publishSheet(id))
    throw error
  }
  redirect(`${paths.publishSheet(id, 'done=scanned')}#leaks`)
}
