import { mayPublish } from '../articles/article-policy'
import { mayInSection } from '../people/person-policy'
import { Refused, type Viewer } from '../people/viewer'

/** May arrange some front. */
export function mayCurateAny(viewer: Viewer): boolean {
  return mayPublish(viewer)
}

/**
 * May arrange this front. Whoever is limited to sections arranges those sections' fronts, and not the home page.
 *
 * @param front its `sectionId` is null for the home page
 */
export function mayCurate(viewer: Viewer, front: { sectionId: number | null }): boolean {
  if (!mayCurateAny(viewer)) return false
  return front.sectionId === null
    ? viewer.role === 'admin' || viewer.sections === null
    : mayInSection(viewer, front.sectionId)
}

/** @throws {Refused} */
export function requireCurator(viewer: Viewer, front: { name: string; sectionId: number | null }): void {
  if (!mayCurate(viewer, front)) throw new Refused(viewer, `arrange the front ${front.name}`)
}

/** May put the strip for breaking news above every page. */
export function mayBreakNews(viewer: Viewer): boolean {
  return mayCurate(viewer, { sectionId: null })
}
