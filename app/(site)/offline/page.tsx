import type { Metadata } from 'next'
import { PublicPage } from '@/app/_components/site/public-page'
import { Stylesheet } from '@/app/_components/ui/stylesheet'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'You are offline', robots: { index: false } }

/** What a device shows in the place of a page that it has not kept. */
export default function OfflinePage() {
  return (
    <PublicPage>
      <Stylesheet name="notice" />
      <div className="notice">
        <h1>You are offline</h1>
        <p>This page is not kept on this device. It will be here again with the connection.</p>
        <p>
          <a href={paths.saved()}>What you have saved or read</a> can be read now.
        </p>
      </div>
    </PublicPage>
  )
}
