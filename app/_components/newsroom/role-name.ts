import type { Role } from '@/lib/people/viewer'

const NAMES: Record<Role, string> = {
  reader: 'Reader',
  commenter: 'Commenter',
  author: 'Author',
  editor: 'Editor',
  moderator: 'Moderator',
  admin: 'Admin',
}

/** A role as it is written on screen. */
export function roleName(role: Role): string {
  return NAMES[role]
}
