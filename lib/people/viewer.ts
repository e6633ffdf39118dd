import type { ROLES } from '@/db/schema/people'

export type Role = (typeof ROLES)[number]

declare const made: unique symbol

/**
 * Who asks. Only this file makes one, so that an id typed into a form can never become authority. Every query that is not
 * public, and every command, takes it first.
 */
export type Viewer = {
  readonly personId: number | null
  readonly name: string
  readonly role: Role
  /** The ids of the sections that an editor or moderator is limited to; null where there is no limit. */
  readonly sections: readonly number[] | null
  /** The session that asks; none for the house itself. */
  readonly sessionId?: string
  readonly [made]: true
}

/** Whoever holds the keys to the machine: the operator's tool, and the house itself at its start. */
export function unsafeOperator(name: 'operator' | 'scheduler' | 'demo' = 'operator'): Viewer {
  return { personId: null, name, role: 'admin', sections: null } as Viewer
}

/** A person whose session, or whose test, has been established. */
export function unsafeViewer(person: {
  id: number
  name: string
  role: Role
  sections?: readonly number[] | null
  sessionId?: string
}): Viewer {
  const { id, name, role, sections = null, sessionId } = person
  return { personId: id, name, role, sections, ...(sessionId && { sessionId }) } as Viewer
}

/** What was asked may not be done by this viewer. */
export class Refused extends Error {
  constructor(viewer: Viewer, action: string) {
    super(`${viewer.name} (${viewer.role}) may not ${action}.`)
    this.name = 'Refused'
  }
}
