import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { Moment } from '@/app/_components/articles/article-head'
import { Change } from '@/app/_components/articles/change'
import { NotFound } from '@/app/_components/site/not-found'
import { PublicPage } from '@/app/_components/site/public-page'
import { type ChangeRecord, changesOf, getChangesAt } from '@/lib/articles/change-queries'
import { formatMoment } from '@/lib/dates'
import { paths, readPart } from '@/lib/paths'
import { getSite } from '@/lib/site/site-queries'
import '@/app/styles/changes.css'

type Props = { params: Promise<{ section: string; slug: string }> }

const find = async ({ params }: Props) => {
  const { section, slug } = await params
  return getChangesAt(readPart(section), readPart(slug))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find(props)
  if (found.is !== 'record') return { title: 'Page not found', robots: { index: false } }
  const { article } = found.record
  return {
    title: `What changed: ${article.headline}`,
    description: `Every change of “${article.headline}” since it was published.`,
    alternates: { canonical: paths.changes(article), types: { 'application/json': paths.changesExport(article) } },
    // Search engines are to show the article itself.
    robots: { index: false },
  }
}

/** What changed in an article since its publication, in the open. */
export default async function ChangesPage(props: Props) {
  const found = await find(props)
  switch (found.is) {
    case 'record':
      return <Record record={found.record} />
    case 'moved':
      return permanentRedirect(paths.changes({ slug: found.slug, section: { slug: found.section } }))
    case 'nothing':
      return <NotFound />
  }
}

async function Record({ record }: { record: ChangeRecord }) {
  const site = await getSite()
  const { article } = record
  const changes = changesOf(record)
  const later = changes.filter(({ kind }) => kind !== 'published')
  return (
    <PublicPage current={article.section.slug}>
      <div className="changes">
        <header>
          <p className="kicker">What changed</p>
          <h1 lang={article.language} dir={article.direction}>
            <a href={paths.article(article)}>{article.headline}</a>
          </h1>
          <p>
            Published{' '}
            <Moment moment={article.publishedAt} words={formatMoment(article.publishedAt, site)} site={site} />.{' '}
            {countOf(later.length)}
          </p>
          {later.length > 0 && (
            <p className="key">
              <del>Words that were taken out</del> are struck through, <ins>words that were put in</ins> are underlined.
            </p>
          )}
        </header>
        <ol reversed>
          {later.map((change) => (
            <li key={change.number} id={`version-${change.number}`}>
              <Change change={change} article={article} site={site} />
            </li>
          ))}
        </ol>
        <Verification record={record} />
      </div>
    </PublicPage>
  )
}

function countOf(count: number): string {
  if (count === 0) return 'Nothing has been changed since.'
  return count === 1 ? 'Changed once since.' : `Changed ${count} times since.`
}

/** How readers can see for themselves that nothing was changed silently. */
function Verification({ record: { article, versions } }: { record: ChangeRecord }) {
  const last = versions.at(-1)
  if (!last) return null
  return (
    <section className="verification" aria-labelledby="verify">
      <h2 id="verify">How to verify this</h2>
      <p>
        Each version is bound to the one before by a hash (SHA-256) over its text, its date, its kind and its note.
        Whoever changes an old version silently changes every hash after it. Note the newest one down, and you can tell
        later whether the record still contains it:
      </p>
      <p>
        <code>
          {last.number} {last.hash}
        </code>
      </p>
      <p>
        <a href={paths.changesExport(article)}>The whole record as JSON</a> has every version with its text. To verify
        it:
      </p>
      <ol>
        <li>
          Write the <code>content</code> of a version as JSON without spaces and with its names in order (RFC 8785); the
          SHA-256 of that is its <code>contentHash</code>.
        </li>
        <li>
          Write these six in a line each: <code>previousHash</code>, <code>number</code>, <code>at</code>,{' '}
          <code>kind</code>, <code>note</code> in quotes, <code>contentHash</code>. The SHA-256 of that is its{' '}
          <code>hash</code>.
        </li>
        <li>
          The <code>hash</code> of each version is the <code>previousHash</code> of the next; the first has none.
        </li>
      </ol>
    </section>
  )
}
