import { PublicPage } from '@/app/_components/site/public-page'
import { paths } from '@/lib/paths'
import '@/app/styles/notice.css'

/** For those who are no staff the newsroom is not there. */
export default function NotFoundForReaders() {
  return (
    <PublicPage>
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
