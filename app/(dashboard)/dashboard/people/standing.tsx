import { Badge } from '@/app/_components/newsroom/badge'
import { formatDate, type Place } from '@/lib/dates'
import type { DeskPerson } from '@/lib/people/people-list'

type Standing = Pick<DeskPerson, 'bannedAt' | 'suspendedUntil' | 'isSetUp'>

/** Whether somebody may take part, in a word. */
export function StandingBadge({ person, place }: { person: Standing; place: Place }) {
  if (person.bannedAt) return <Badge tone="danger">Banned</Badge>
  if (person.suspendedUntil)
    return <Badge tone="warning">Suspended to {formatDate(person.suspendedUntil, place)}</Badge>
  return person.isSetUp ? <Badge tone="success">Active</Badge> : <Badge>Without password</Badge>
}
