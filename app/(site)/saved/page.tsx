import type { Metadata } from 'next'
import { PublicPage } from '@/app/_components/site/public-page'
import { Stylesheet } from '@/app/_components/ui/stylesheet'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'Saved', robots: { index: false } }

/** The page is the same for everyone; what it lists is known to the reader's own device alone. */
export default function SavedPage() {
  return (
    <PublicPage kind="saved">
      <Stylesheet name="letters" />
      <Stylesheet name="saved" />
      <Stylesheet name="notice" />
      <div className="notice">
        <h1>Saved</h1>
        <p>
          Articles that you save are kept on this device and can be read without a connection. Signed out, nobody else
          learns which; signed in, they are <a href={paths.savedArticles()}>in your account</a> as well.
        </p>
        <div id="kept">
          <noscript>
            <p>Keeping articles on a device needs JavaScript, which this browser does not run.</p>
          </noscript>
        </div>
      </div>
    </PublicPage>
  )
}
