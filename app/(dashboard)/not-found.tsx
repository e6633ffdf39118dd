import { paths } from '@/lib/paths'
import { getSite } from '@/lib/site/site-queries'
import '@/app/styles/newsroom.css'

/** For those who are no staff the newsroom is not there. */
export default async function NotFoundForReaders() {
  const { name } = await getSite()
  return (
    <div className="desk">
      <header className="desk-bar">
        <p className="desk-name">
          <a href={paths.home()}>{name}</a>
        </p>
      </header>
      <main id="main" className="desk-main">
        <h1>Page not found</h1>
        <p className="desk-intro">
          If you typed the address, check that it is correct. You can start from the{' '}
          <a href={paths.home()}>front page</a>.
        </p>
      </main>
    </div>
  )
}
