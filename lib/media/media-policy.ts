import { mayWrite } from '../articles/article-policy'
import type { Viewer } from '../people/viewer'

/** May look through the pictures, and bring more: whoever writes. */
export function mayUseMedia(viewer: Viewer): boolean {
  return mayWrite(viewer)
}

/**
 * May describe a picture, replace it or take it out, as far as their role goes: editors, and whoever brought it. Where it
 * is shown has a say too: see `obstacleToMedia`.
 */
export function mayKeepMedia(viewer: Viewer, { uploadedBy }: { uploadedBy: number | null }): boolean {
  if (viewer.role === 'editor' || viewer.role === 'admin') return true
  return mayWrite(viewer) && isTheirs(viewer, uploadedBy)
}

/** A place that shows a picture, as the rule looks at it. */
export type PlaceOfPicture = {
  /** As it goes on after “It is shown”: `on the home page`. */
  place: string
  /** Whether the one who asks may change what stands there. */
  isTheirs: boolean
}

/** How many places a reason names. */
const NAMED = 3

/**
 * Why somebody may not describe a picture, replace it or take it out, in words. Whoever changes a picture changes every
 * page that shows it, so they must be allowed to change those; what nothing shows is for whoever brought it, and for
 * editors of every section.
 *
 * @param uses every place that shows it
 * @returns null when they may
 */
export function obstacleToMedia(
  viewer: Viewer,
  picture: { uploadedBy: number | null },
  uses: readonly PlaceOfPicture[],
): string | null {
  if (!mayKeepMedia(viewer, picture)) return 'Somebody else brought it: they can change it, and editors can.'
  const beyond = [...new Set(uses.filter((use) => !use.isTheirs).map(({ place }) => place))]
  if (beyond.length > 0)
    return `It is shown ${named(beyond)}, which is not yours to change. An editor there can change it.`
  const isEverywhere = viewer.role === 'admin' || viewer.sections === null
  if (isEverywhere || uses.length > 0 || isTheirs(viewer, picture.uploadedBy)) return null
  return 'Nothing in your sections shows it, and somebody else brought it: they can change it, and editors of every section can.'
}

function isTheirs({ personId }: Viewer, uploadedBy: number | null): boolean {
  return personId !== null && uploadedBy === personId
}

function named(places: string[]): string {
  const rest = places.length - NAMED
  const shown = rest > 1 ? [...places.slice(0, NAMED), `in ${rest} more places`] : places
  return new Intl.ListFormat('en-GB').format(shown)
}
