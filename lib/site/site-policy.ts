import type { Viewer } from '../people/viewer'

/** May change what the newsroom says of itself, its sections, and how it looks. */
export function mayChangeSettings(viewer: Viewer): boolean {
  return viewer.role === 'admin'
}
