import { exportChanges } from '@/lib/articles/change-export'
import { getChangesAt } from '@/lib/articles/change-queries'
import { readEnvironment } from '@/lib/env'
import { machineAnswer, movedTo, notFound } from '@/lib/feeds/machine-answer'
import { paths, readPart } from '@/lib/paths'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ section: string; slug: string }> }

/** The record of an article's changes, to keep and to verify: docs/changes.md. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { section, slug } = await params
  const found = await getChangesAt(readPart(section), readPart(slug))
  if (found.is === 'nothing') return notFound()
  if (found.is === 'moved') return movedTo(paths.changesExport({ slug: found.slug, section: { slug: found.section } }))
  const record = exportChanges(found.record, readEnvironment().siteUrl)
  return machineAnswer(`${JSON.stringify(record, null, 1)}\n`, 'application/json')
}
