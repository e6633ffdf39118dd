import { Refused, type Viewer } from './viewer'

/** May make accounts, give roles and send links for choosing a password. */
export function mayManagePeople(viewer: Viewer): boolean {
  return viewer.role === 'admin'
}

/** @throws {Refused} when the viewer may not manage people */
export function requireManager(viewer: Viewer, action: string): void {
  if (!mayManagePeople(viewer)) throw new Refused(viewer, action)
}
