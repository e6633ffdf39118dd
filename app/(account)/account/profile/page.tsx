import type { Metadata } from 'next'
import { AccountField, AccountTextArea } from '@/app/_components/account/account-field'
import { AccountPage } from '@/app/_components/account/account-page'
import { ProblemSummary, titleWithProblem } from '@/app/_components/account/problem-summary'
import { SuccessNotice } from '@/app/_components/account/success-notice'
import { byName } from '@/lib/by-name'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { getOwnAccount } from '@/lib/people/own-account'
import { findPortraits } from '@/lib/people/portrait-queries'
import { told } from '@/lib/serving/form-answers'
import { PortraitPart } from './portrait-part'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Profile'), robots: { index: false } }
}

const DONE = byName({
  saved: 'Your profile is saved.',
  portrait: 'Your portrait is shown beside what you write.',
  'portrait-removed': 'Your portrait is gone.',
})

type Props = { searchParams: Promise<{ done?: string }> }

/** Who one is to others. */
export default async function ProfilePage({ searchParams }: Props) {
  const viewer = await requireViewer(paths.accountProfile())
  const [{ done = '' }, { id, name, bio, showsComments }] = await Promise.all([searchParams, getOwnAccount(viewer)])
  const portrait = (await findPortraits([id])).get(id) ?? null
  const typed = told()?.values
  return (
    <AccountPage title="Profile" current={paths.accountProfile()}>
      <SuccessNotice words={DONE[done]} />
      <ProblemSummary />
      <form method="post" action={paths.saveProfile()} className="account-form">
        <AccountField
          name="name"
          label="Your name"
          defaultValue={name}
          autoComplete="nickname"
          maxLength={120}
          hint="It stands beside everything that you write here from now on."
        />
        <AccountTextArea
          name="bio"
          label="About you"
          defaultValue={bio}
          maxLength={500}
          isOptional
          hint="Up to 500 characters, for everyone to see."
        />
        <label className="account-agree">
          <input
            type="checkbox"
            name="comments"
            value="1"
            defaultChecked={typed?.name === undefined ? showsComments : typed.comments === '1'}
          />
          <span>List what I wrote on my page</span>
        </label>
        <p className="account-hint">
          Once you have commented, you have <a href={paths.commenter(id)}>a page</a> with your name, your portrait and
          these words. Without the list, your comments stand only in the conversations that they belong to.
        </p>
        <button className="button" type="submit">
          Save
        </button>
      </form>
      <PortraitPart portrait={portrait} />
    </AccountPage>
  )
}
