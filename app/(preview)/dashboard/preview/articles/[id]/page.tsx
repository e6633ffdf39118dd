import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DESK_KEY, previewForStaff } from '@/lib/articles/preview-queries'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { PreviewPage } from '../../preview-page'

export const metadata: Metadata = { title: 'Preview', robots: { index: false } }

/** What the desk has of an article, as it would be read. */
export default async function ArticlePreviewPage({ params }: { params: Promise<{ id: string }> }) {
  const id = Number((await params).id)
  if (!Number.isSafeInteger(id)) notFound()
  const viewer = await requireStaff(paths.previewArticle(id))
  const article = await previewForStaff(viewer, id)
  if (!article) notFound()
  return <PreviewPage article={article} pictureKey={DESK_KEY} isStaff />
}
