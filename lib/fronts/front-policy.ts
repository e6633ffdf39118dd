import { mayPublish } from '../articles/article-policy'
import { Refused, type Viewer } from '../people/viewer'

/** May arrange a front: the home page, or a section's. */
export function mayCurate(viewer: Viewer, _front: string): boolean {
  return mayPublish(viewer)
}

/** @throws {Refused} */
export function requireCurator(viewer: Viewer, front: string): void {
  if (!mayCurate(viewer, front)) throw new Refused(viewer, `arrange the front ${front}`)
}
