import type { ReactNode } from 'react'
import { paths } from '@/lib/paths'
import { ACCOUNT_ENTRIES } from './account-navigation'

type AccountPageProps = {
  title: string
  /** One or two sentences under it. */
  intro?: ReactNode
  /** The entry of the navigation that the page belongs to. */
  current: string
  children: ReactNode
}

/** A page of one's own account: where one is in it, and its only `h1`. */
export function AccountPage({ title, intro, current, children }: AccountPageProps) {
  return (
    <div className="page account-page">
      <nav aria-label="Your account" className="account-nav">
        <ul>
          <Entry label="Your account" address={paths.account()} current={current} />
          {ACCOUNT_ENTRIES.map(({ label, address }) => (
            <Entry key={address} label={label} address={address} current={current} />
          ))}
        </ul>
      </nav>
      <main id="main">
        <h1>{title}</h1>
        {intro && <p className="account-intro">{intro}</p>}
        {children}
      </main>
    </div>
  )
}

function Entry({ label, address, current }: { label: string; address: string; current: string }) {
  return (
    <li>
      <a href={address} aria-current={address === current ? 'page' : undefined}>
        {label}
      </a>
    </li>
  )
}
