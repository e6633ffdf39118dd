import { isStaff, mayRestrain } from '../people/person-policy'
import { Refused, type Role, type Viewer } from '../people/viewer'

const MODERATORS: ReadonlySet<Role> = new Set(['moderator', 'editor', 'admin'])

/** Moderates somewhere: in every section, or in those that they are limited to. */
export function mayModerateSomewhere({ role }: Viewer): boolean {
  return MODERATORS.has(role)
}

/** May change the rules, which hold in every section. */
export function mayChangeRules({ role, sections }: Viewer): boolean {
  return role === 'admin' || (role === 'editor' && sections === null)
}

/** Reads and writes the notes that moderators make about people. */
export function mayKeepNotes({ role }: Viewer): boolean {
  return role === 'moderator' || role === 'admin'
}

/** Whether something is within the limits of a viewer who moderates. @param sectionId null for what holds in every section */
export function isWithinLimits(viewer: Viewer, sectionId: number | null): boolean {
  const limits = moderatedSections(viewer)
  return limits === null || (sectionId !== null && limits.includes(sectionId))
}

/**
 * May warn somebody: whoever may suspend them, and a moderator who is limited to sections because of a comment there.
 *
 * @param sectionId of the comment that it is because of; null for none
 */
export function mayWarn(viewer: Viewer, person: { id: number; role: Role }, sectionId: number | null): boolean {
  if (mayRestrain(viewer, person)) return true
  if (viewer.role !== 'moderator' || viewer.personId === person.id || isStaff(person)) return false
  return sectionId !== null && isWithinLimits(viewer, sectionId)
}

/** @throws {Refused} when the viewer moderates nowhere */
export function requireModerator(viewer: Viewer, action: string): void {
  if (!mayModerateSomewhere(viewer)) throw new Refused(viewer, action)
}

/** The sections whose conversations this viewer sees; null for all of them. */
export function moderatedSections({ role, sections }: Viewer): readonly number[] | null {
  return role === 'admin' ? null : sections
}
