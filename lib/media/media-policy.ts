import { mayWrite } from '../articles/article-policy'
import type { Viewer } from '../people/viewer'

/** May look through the pictures, and bring more: whoever writes. */
export function mayUseMedia(viewer: Viewer): boolean {
  return mayWrite(viewer)
}

/** May describe a picture, replace it or take it out: editors, and whoever brought it. */
export function mayKeepMedia(viewer: Viewer, { uploadedBy }: { uploadedBy: number | null }): boolean {
  if (viewer.role === 'editor' || viewer.role === 'admin') return true
  return mayWrite(viewer) && viewer.personId !== null && uploadedBy === viewer.personId
}
