import type { RevisionLine } from './revision-queries'

/** What one person saved in one go. */
export type Session = {
  by: string
  from: Date
  to: Date
  first: number
  last: number
  /** How many of its revisions were saved, and what else was done in it, such as a publication. */
  saves: number
  deeds: string[]
  /** Every revision of it, latest first. */
  lines: RevisionLine[]
}

/** After a rest as long as this, in milliseconds, it is another session. */
const REST = 30 * 60_000
const SAVES = new Set(['saved', 'autosave'])

/**
 * Revisions in sessions, latest first. Two who write at once have one each, although their saves alternate.
 *
 * @param lines latest first
 */
export function sessionsOf(lines: RevisionLine[]): Session[] {
  const sessions: Session[] = []
  const open = new Map<string, Session>()
  for (const line of lines) {
    const who = `${line.personId} ${line.by}`
    const known = open.get(who)
    const isSame = known && known.from.getTime() - line.at.getTime() < REST
    const session = isSame ? known : begun(line)
    if (!isSame) {
      sessions.push(session)
      open.set(who, session)
    }
    session.lines.push(line)
    session.from = line.at
    session.first = line.number
    if (SAVES.has(line.reason)) session.saves += 1
    else session.deeds.push(line.reason)
  }
  return sessions
}

function begun({ by, at, number }: RevisionLine): Session {
  return { by, from: at, to: at, first: number, last: number, saves: 0, deeds: [], lines: [] }
}
