import type { Metadata } from 'next'
import { AccountPage } from '@/app/_components/account/account-page'
import { CurrentPassword } from '@/app/_components/account/current-password'
import { ProblemSummary, problemWith, titleWithProblem } from '@/app/_components/account/problem-summary'
import { SuccessNotice } from '@/app/_components/account/success-notice'
import { formatMoment } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { getOwnAccount } from '@/lib/people/own-account'
import { getDeletion } from '@/lib/personal-data/deletion-queries'
import { told } from '@/lib/serving/form-answers'
import { getSite } from '@/lib/site/site-queries'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Delete your account'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ done?: string }> }

/** Where somebody leaves, or thinks better of it. */
export default async function DeletionPage({ searchParams }: Props) {
  const viewer = await requireViewer(paths.accountDeletion())
  const [deletion, { hasPassword, email }, site, { done }] = await Promise.all([
    getDeletion(viewer),
    getOwnAccount(viewer),
    getSite(),
    searchParams,
  ])
  if (deletion)
    return (
      <AccountPage title="Your account will be deleted" current={paths.accountDeletion()}>
        <ProblemSummary />
        <p role="status">
          On {formatMoment(deletion.dueAt, site)} your account goes, and all that belongs to it.{' '}
          {deletion.comments === 'remove'
            ? 'Your comments are removed with it.'
            : 'Your comments stay, without your name.'}{' '}
          Until then you cannot comment.
        </p>
        <form method="post" action={paths.keepAccount()} className="account-form">
          <button className="button" type="submit">
            Keep my account
          </button>
        </form>
      </AccountPage>
    )
  return (
    <AccountPage
      title="Delete your account"
      intro="It goes after seven days, in which you can change your mind. Everywhere else you are signed out at once."
      current={paths.accountDeletion()}
    >
      <SuccessNotice words={done === 'kept' ? 'Your account stays. Everything is as it was.' : undefined} />
      <ProblemSummary />
      <p>
        You can <a href={paths.accountExport()}>take your data along</a> first.
      </p>
      <form method="post" action={paths.askForDeletion()} className="account-form">
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <CommentChoice />
        <CurrentPassword hasPassword={hasPassword} />
        <button className="button is-danger" type="submit">
          Delete my account
        </button>
      </form>
    </AccountPage>
  )
}

const FATES = [
  {
    value: 'keep',
    label: 'Keep them, without my name',
    hint: 'Conversations stay whole. “A former reader” stands there.',
  },
  {
    value: 'remove',
    label: 'Remove them',
    hint: 'Where others have answered, a note says that something was removed.',
  },
]

function CommentChoice() {
  const problem = problemWith('comments')
  const chosen = told()?.values.comments ?? 'keep'
  return (
    <fieldset
      className={problem ? 'account-field is-wrong' : 'account-field'}
      id="comments"
      aria-describedby={problem && 'comments-error'}
    >
      <legend className="account-legend">What becomes of your comments?</legend>
      {problem && (
        <p className="account-error" id="comments-error">
          <span className="unseen">Error: </span>
          {problem}
        </p>
      )}
      <div className="account-radios">
        {FATES.map(({ value, label, hint }) => (
          <label key={value}>
            <input type="radio" name="comments" value={value} defaultChecked={value === chosen} />
            <span>
              {label}
              <small>{hint}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
