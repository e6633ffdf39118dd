import { Button } from '@/app/_components/newsroom/button'
import { Part } from '@/app/_components/newsroom/page-head'
import { resetFactorsAction, restoreAction, signOutEverywhereAction } from '@/lib/people/people-actions'
import type { DeskPerson } from '@/lib/people/people-list'
import { BanForm, SuspendForm } from './restraint-forms'

/** What can be put on somebody, and taken off again. */
export function Restraints({ person }: { person: DeskPerson }) {
  const { id, bannedAt, suspendedUntil, sessions } = person
  return (
    <>
      {(bannedAt || suspendedUntil) && (
        <Part title={bannedAt ? 'Banned' : 'Suspended'}>
          <form action={restoreAction}>
            <input type="hidden" name="id" value={id} />
            <Button>{bannedAt ? 'Lift the ban' : 'Lift the suspension'}</Button>
          </form>
        </Part>
      )}
      <Part title="Sessions" intro="Such as after a telephone was lost.">
        <form action={signOutEverywhereAction}>
          <input type="hidden" name="id" value={id} />
          <Button disabled={sessions === 0}>Sign out everywhere</Button>
        </form>
      </Part>
      {person.hasSecondFactor && (
        <Part title="Second factors" intro="Such as after everything was lost. They set up new ones when they sign in.">
          <form action={resetFactorsAction}>
            <input type="hidden" name="id" value={id} />
            <Button>Remove their second factors</Button>
          </form>
        </Part>
      )}
      {!bannedAt && (
        <Part title="Suspend" intro="Until a day, they read and take no part. Staff lose the newsroom for as long.">
          <SuspendForm id={id} />
        </Part>
      )}
      {!bannedAt && (
        <Part title="Ban" intro="They are signed out at once and cannot sign in any more.">
          <BanForm id={id} name={person.name} />
        </Part>
      )}
    </>
  )
}
