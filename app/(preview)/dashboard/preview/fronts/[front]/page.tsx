import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HomeFrontCards } from '@/app/_components/fronts/home-front-cards'
import { SectionFrontCards } from '@/app/_components/fronts/section-front-cards'
import { ListHead } from '@/app/_components/lists/list-head'
import { PublicPage } from '@/app/_components/site/public-page'
import { Stylesheet } from '@/app/_components/ui/stylesheet'
import { previewHomeFront, previewSectionPage } from '@/lib/fronts/front-preview-queries'
import { paths, readPart } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import type { Viewer } from '@/lib/people/viewer'
import { getSite } from '@/lib/site/site-queries'

export const metadata: Metadata = { title: 'Preview', robots: { index: false } }

/** A front as its draft would make it, in the paper's own frame. */
export default async function FrontPreviewPage({ params }: { params: Promise<{ front: string }> }) {
  const front = readPart((await params).front)
  const viewer = await requireStaff(paths.frontPreview(front))
  const content = front === 'home' ? await homeContent(viewer) : await sectionContent(viewer, front)
  if (!content) notFound()
  return (
    <PublicPage current={front} today={front === 'home' ? new Date() : undefined}>
      <Stylesheet name="preview" />
      <p className="preview-note">
        Preview of the draft. Readers do not see it yet. <a href={paths.dashboardFront(front)}>Back to the front</a>
      </p>
      {content}
    </PublicPage>
  )
}

async function homeContent(viewer: Viewer) {
  const [site, front] = await Promise.all([getSite(), previewHomeFront(viewer)])
  if (!front) return null
  return (
    <>
      <h1 className="unseen">{site.name}, front page</h1>
      <HomeFrontCards front={front} site={site} />
    </>
  )
}

async function sectionContent(viewer: Viewer, front: string) {
  const [site, list] = await Promise.all([getSite(), previewSectionPage(viewer, front)])
  if (!list) return null
  return (
    <>
      <ListHead
        title={list.section.name}
        description={list.section.description}
        list={list}
        feeds={paths.section(front)}
      />
      <SectionFrontCards list={list} site={site} />
    </>
  )
}
