import { paths } from '@/lib/paths'
import { answerWith } from '@/lib/serving/render-scope'
import { getSections } from '@/lib/site/site-queries'
import { Stylesheet } from '../ui/stylesheet'
import { PublicPage } from './public-page'

/** The page for an address that leads nowhere; it answers 404. */
export async function NotFound() {
  answerWith(404)
  const sections = await getSections()
  return (
    <PublicPage>
      <Stylesheet name="notice" />
      <div className="notice">
        <h1>Page not found</h1>
        <p>
          If you typed the address, check that it is correct. If you followed a link, the article may have been removed.
        </p>
        <p>
          You can start from the <a href={paths.home()}>front page</a>, or from a section:
        </p>
        <ul>
          {sections.map(({ slug, name }) => (
            <li key={slug}>
              <a href={paths.section(slug)}>{name}</a>
            </li>
          ))}
        </ul>
      </div>
    </PublicPage>
  )
}
