import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { mayWrite } from '@/lib/articles/article-policy'
import { previewByKey } from '@/lib/articles/preview-queries'
import { currentViewer } from '@/lib/people/current-viewer'
import { PreviewPage } from '../../preview-page'

export const metadata: Metadata = { title: 'Preview', robots: { index: false }, referrer: 'no-referrer' }

/** The same for whoever has a link, with an account or without. */
export default async function SharedPreviewPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params
  const viewer = await currentViewer()
  const article = await previewByKey(key, viewer)
  if (!article) notFound()
  return <PreviewPage article={article} pictureKey={key} isStaff={viewer !== null && mayWrite(viewer)} />
}
