'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { type FormState, faultsOf } from '../form-state'
import { orNotFound } from '../or-not-found'
import { paths } from '../paths'
import { requireStaff } from '../people/current-viewer'
import { Refused } from '../people/viewer'
import { ArticleNotFound } from './article-record'
import { createPreviewLink, PREVIEW_DAYS, revokePreviewLink } from './preview-links'

const orderSchema = z.object({
  article: z.coerce.number().int().positive(),
  days: z.coerce.number().pipe(z.union(PREVIEW_DAYS.map((days) => z.literal(days)))),
  note: z.string().trim().max(200, 'Use at most 200 characters.').default(''),
})

/** Makes a preview link. Fields: article, days, note. */
export async function previewLinkAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('article'))
  const viewer = await requireStaff(paths.previewLinks(id))
  const parsed = orderSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return faultsOf(parsed.error, form)
  await orNotFound(() => createPreviewLink(viewer, parsed.data.article, parsed.data), isRefusal)
  redirect(paths.previewLinks(id, 'made'))
}

/** Takes a preview link back. Fields: article, link. */
export async function revokePreviewAction(form: FormData): Promise<void> {
  const id = Number(form.get('article'))
  const viewer = await requireStaff(paths.previewLinks(id))
  await orNotFound(() => revokePreviewLink(viewer, id, Number(form.get('link'))), isRefusal)
  redirect(paths.previewLinks(id, 'revoked'))
}

/** Whoever may not open an article is told no more than that there is none. */
const isRefusal = (error: unknown) => error instanceof Refused || error instanceof ArticleNotFound
