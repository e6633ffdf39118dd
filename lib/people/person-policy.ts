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

/** Each role may what the one before it may, as far as giving and taking goes. */
const RANK: Record<Role, number> = { reader: 0, commenter: 1, author: 2, moderator: 3, editor: 3, admin: 4 }

/** May give somebody this role: nobody raises anyone above themselves. */
export function mayGiveRole(viewer: Viewer, role: Role): boolean {
  return mayManagePeople(viewer) && RANK[role] <= RANK[viewer.role]
}

/**
 * May suspend or ban somebody, or sign them out: an admin everyone else, a moderator readers and commenters alone.
 * It holds in every section, so that a moderator who is limited to some cannot: they escalate what they see.
 * Nobody does it to themselves, by which they might lock themselves out.
 */
export function mayRestrain(viewer: Viewer, person: { id: number; role: Role }): boolean {
  if (viewer.personId === person.id) return false
  if (viewer.role === 'admin') return true
  return viewer.role === 'moderator' && viewer.sections === null && !isStaff(person)
}
