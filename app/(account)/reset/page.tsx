import type { Metadata } from 'next'
import { paths } from '@/lib/paths'
import { getTokenOwner } from '@/lib/people/person-queries'
import { PasswordForm } from './password-form'
import '@/app/styles/form.css'
import { Stylesheet } from '@/app/_components/ui/stylesheet'

export const metadata: Metadata = { title: 'Choose a password', robots: { index: false } }

type Props = { searchParams: Promise<{ token?: string; done?: string }> }

/** Where a link leads that lets its owner choose a password. */
export default async function ResetPage({ searchParams }: Props) {
  const { token, done } = await searchParams
  if (done !== undefined) return <Chosen />
  const owner = typeof token === 'string' ? await getTokenOwner(token) : null
  if (!owner) return <StaleLink />
  return (
    <main id="main" className="page">
      <Stylesheet name="notice" />
      <div className="notice">
        <h1>Choose a password</h1>
        <p>For the account of {owner.email}.</p>
        <PasswordForm token={token as string} name={owner.name} />
      </div>
    </main>
  )
}

function Chosen() {
  return (
    <main id="main" className="page">
      <Stylesheet name="notice" />
      <div className="notice">
        <h1>Your password is set</h1>
        <p>
          The link cannot be used again. <a href={paths.home()}>Go to the front page</a>
        </p>
      </div>
    </main>
  )
}

function StaleLink() {
  return (
    <main id="main" className="page">
      <Stylesheet name="notice" />
      <div className="notice">
        <h1>This link cannot be used</h1>
        <p>It was used already, or it is too old, or it was not copied whole.</p>
        <p>
          Ask whoever gave it to you for a new one. The operator makes one with{' '}
          <code>npm run portal -- user reset</code>.
        </p>
      </div>
    </main>
  )
}
