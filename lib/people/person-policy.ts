import { Refused, type Role, type Viewer } from './viewer'

/** May make accounts, give roles and send links for choosing a password. */
export function mayManagePeople(viewer: Viewer): boolean {
  return viewer.role === 'admin'
}

/** @throws {Refused} when the viewer may not manage people */
export function requireManager(viewer: Viewer, action: string): void {
  if (!mayManagePeople(viewer)) throw new Refused(viewer, action)
}

const STAFF: ReadonlySet<Role> = new Set(['author', 'editor', 'moderator', 'admin'])

/** Belongs to the newsroom, and so may enter it. */
export function isStaff({ role }: { role: Role }): boolean {
  return STAFF.has(role)
}

/**
 * Whether a section is within the limits of the viewer's role. It gives no right by itself: ask first whether the role may
 * do it at all. An admin is never limited.
 */
export function mayInSection(viewer: Viewer, sectionId: number): boolean {
  return viewer.role === 'admin' || viewer.sections === null || viewer.sections.includes(sectionId)
}
