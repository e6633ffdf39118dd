import { PublicPage } from '@/app/_components/site/public-page'
import { Stylesheet } from '@/app/_components/ui/stylesheet'
import { paths } from '@/lib/paths'

/** For those who are no staff the newsroom is not there. */
export default function NotFoundForReaders() {
  return (
    <PublicPage>
      <Stylesheet name="notice" />
      <div className="notice">
        <h1>Page not found</h1>
        <p>
          If you typed the address, check that it is correct. You can start from the{' '}
          <a href={paths.home()}>front page</a>.
        </p>
      </div>
    </PublicPage>
  )
}
