import type { Viewer } from '../people/viewer'
import { getSections } from '../site/site-queries'
import type { HomeFront, SectionPage } from './front'
import { mayCurate } from './front-policy'
import { getHomeFront, getSectionPage } from './front-queries'

/** The home page as its draft would make it; null for whoever may not arrange it. */
export async function previewHomeFront(viewer: Viewer): Promise<HomeFront | null> {
  return mayCurate(viewer, { sectionId: null }) ? getHomeFront('draft') : null
}

/** The first page of a section as its draft would make it; null when there is none, or it is not this viewer's. */
export async function previewSectionPage(viewer: Viewer, slug: string): Promise<SectionPage | null> {
  const section = (await getSections()).find((candidate) => candidate.slug === slug)
  return section && mayCurate(viewer, { sectionId: section.id }) ? getSectionPage(slug, 1, 'draft') : null
}
