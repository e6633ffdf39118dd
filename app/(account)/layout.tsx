import type { ReactNode } from 'react'
import { DeviceTheme } from '@/app/_components/newsroom/device-theme'
import { Stylesheet } from '@/app/_components/ui/stylesheet'
import { paths } from '@/lib/paths'
import { getSite } from '@/lib/site/site-queries'
import '@/app/styles/account.css'

/** What stands around every page of a person's own: the paper's name, and nothing that leads away by accident. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const site = await getSite()
  return (
    <>
      <Stylesheet name="letters" />
      <DeviceTheme />
      <nav className="skip" aria-label="Skip">
        <a href="#main">Skip to main content</a>
      </nav>
      <header className="page account-head">
        <a href={paths.home()}>{site.name}</a>
      </header>
      {children}
      <footer className="page account-foot">
        <p>
          <a href={paths.home()}>Back to the paper</a>
        </p>
      </footer>
    </>
  )
}
