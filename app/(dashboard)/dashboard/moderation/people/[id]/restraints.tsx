import { Part } from '@/app/_components/newsroom/page-head'
import { Portrait } from '@/app/_components/people/portrait'
import { formatMoment, type Place } from '@/lib/dates'
import type { CauseComment, PersonRecord } from '@/lib/moderation/person-record'
import { paths } from '@/lib/paths'
import { BanForm, HoldForm, PortraitForm, ReleaseForm, RestoreForm, SuspendForm, WarnForm } from './restraint-forms'

type Props = {
  record: PersonRecord
  /** The comment that it is because of; null for none. */
  cause: CauseComment | null
  may: { warn: boolean; restrain: boolean }
  place: Place
}

/** What can be put on somebody, and taken off them again. */
export function Restraints({ record, cause, may, place }: Props) {
  const { id, name, portrait, bannedAt, suspendedUntil, shadowHold } = record
  const isSuspended = suspendedUntil !== null && suspendedUntil > new Date()
  return (
    <>
      {cause && (may.warn || may.restrain) && <Cause id={id} cause={cause} />}
      {may.restrain && (bannedAt || isSuspended) && (
        <Part title={bannedAt ? 'Lift the ban' : 'Lift the suspension'}>
          <RestoreForm id={id} label={bannedAt ? 'Lift the ban' : 'Lift the suspension'} />
        </Part>
      )}
      {may.restrain && portrait && (
        <Part title="Portrait" intro="It is shown beside everything that they write.">
          <Portrait portrait={portrait} side={72} alt="Their portrait" className="record-portrait" />
          <PortraitForm id={id} />
        </Part>
      )}
      {may.warn && !bannedAt && (
        <Part title="Warn" intro="They are told by mail and go on as before.">
          <WarnForm id={id} comment={cause?.id} />
        </Part>
      )}
      {may.restrain && shadowHold && <Release id={id} hold={shadowHold} place={place} />}
      {may.restrain && !bannedAt && (
        <>
          {!shadowHold && (
            <Part
              title="Hold without telling"
              intro="Until a day, all that they write waits for a moderator. To them it looks like any comment that waits."
            >
              <HoldForm id={id} comment={cause?.id} />
            </Part>
          )}
          <Part title="Suspend" intro="Until a day, they read and take no part.">
            <SuspendForm id={id} comment={cause?.id} />
          </Part>
          <Part title="Ban" intro="They are signed out at once and cannot sign in any more.">
            <BanForm id={id} person={name} comment={cause?.id} />
          </Part>
        </>
      )}
    </>
  )
}

function Cause({ id, cause }: { id: number; cause: CauseComment }) {
  return (
    <Part title="Because of this comment" intro={`Under “${cause.headline}”. It goes into the log with what you do.`}>
      <blockquote className="record-body record-cause" dir="auto">
        {cause.body}
      </blockquote>
      <p className="desk-meta">
        <a href={paths.moderatedPerson(id)}>Not because of one comment</a>
      </p>
    </Part>
  )
}

type ReleaseProps = { id: number; hold: NonNullable<PersonRecord['shadowHold']>; place: Place }

function Release({ id, hold, place }: ReleaseProps) {
  const until = hold.until ? `It ends by itself on ${formatMoment(hold.until, place)}.` : 'It has no end of its own.'
  return (
    <Part title="End the hold" intro={`${until} What waits already goes on waiting for a decision.`}>
      {hold.reason && <p>Held because: {hold.reason}</p>}
      <ReleaseForm id={id} />
    </Part>
  )
}
