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

/** @throws {Refused} when the viewer moderates nowhere */
export function requireModerator(viewer: Viewer, action: string): void {
  if (!mayModerateSomewhere(viewer)) throw new Refused(viewer, action)
}

/** The sections whose conversations this viewer sees; null for all of them. */
export function moderatedSections({ role, sections }: Viewer): readonly number[] | null {
  return role === 'admin' ? null : sections
}
