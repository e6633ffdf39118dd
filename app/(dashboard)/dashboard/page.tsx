import type { Metadata } from 'next'
import { Badge } from '@/app/_components/newsroom/badge'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { mayWrite } from '@/lib/articles/article-policy'
import { formatMoment, type Place } from '@/lib/dates'
import { getOverview, type OverviewArticle } from '@/lib/newsroom/overview-queries'
import type { Finding } from '@/lib/operating/health-check'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { getMostRead } from '@/lib/reading/most-read-queries'
import { getSite } from '@/lib/site/site-queries'
import { OverviewPart } from './overview-part'

export const metadata: Metadata = { title: 'Overview' }

/** The first page of the newsroom: what is due, what waits, what is read, and how the house is. */
export default async function OverviewPage() {
  const viewer = await requireStaff(paths.dashboard())
  const [site, overview, read] = await Promise.all([getSite(), getOverview(viewer), getMostRead()])
  const { due, waiting, open, queues, health } = overview
  const writes = mayWrite(viewer)
  return (
    <>
      <PageHead title={`Hello, ${viewer.name.split(' ')[0]}`} intro={formatMoment(new Date(), site)} />
      <div className="desk-overview">
        {writes && (
          <OverviewPart title="Due" empty="Nothing is scheduled." isEmpty={due.length === 0}>
            <ul>
              {due.map((article) => (
                <Line key={article.id} article={article} place={site} isDue />
              ))}
            </ul>
          </OverviewPart>
        )}
        {writes && (
          <OverviewPart
            title={viewer.role === 'author' ? 'Your drafts' : 'Waiting for you'}
            empty="Nothing waits."
            isEmpty={waiting.length === 0}
          >
            <ul>
              {waiting.map((article) => (
                <Line key={article.id} article={article} place={site} />
              ))}
            </ul>
          </OverviewPart>
        )}
        {writes && (
          <OverviewPart title="Being edited now" empty="Nobody has an article open." isEmpty={open.length === 0}>
            <ul>
              {open.map((article) => (
                <li key={article.id}>
                  <a href={paths.deskArticle(article.id)}>{article.headline || 'Without a headline'}</a>
                  <small>{`${article.by.join(', ')} · ${article.section}`}</small>
                </li>
              ))}
            </ul>
          </OverviewPart>
        )}
        {queues.length > 0 && (
          <OverviewPart title="Queues" empty="" isEmpty={false}>
            <ul className="desk-queues">
              {queues.map(({ name, address, size }) => (
                <li key={name}>
                  <a href={address}>{name}</a>
                  <strong>{size.toLocaleString('en-GB')}</strong>
                </li>
              ))}
            </ul>
          </OverviewPart>
        )}
        <OverviewPart title="Most read now" empty="Nothing was read yet." isEmpty={read.length === 0}>
          <ol>
            {read.slice(0, 8).map((card) => (
              <li key={card.id}>
                <a href={paths.article(card)}>{card.headline}</a>
              </li>
            ))}
          </ol>
          <p>
            <a href={paths.numbers('days=1')}>Readers today in numbers</a>
          </p>
        </OverviewPart>
        {health.length > 0 && (
          <OverviewPart title="The house" empty="" isEmpty={false}>
            <ul>
              {health.map((finding) => (
                <Health key={finding.about} finding={finding} />
              ))}
            </ul>
          </OverviewPart>
        )}
      </div>
    </>
  )
}

function Line({ article, place, isDue = false }: { article: OverviewArticle; place: Place; isDue?: boolean }) {
  const { id, headline, section, at, isLate } = article
  return (
    <li>
      <a href={paths.deskArticle(id)}>{headline || 'Without a headline'}</a>
      <small>
        {section}
        {at && ` · ${formatMoment(at, place)}`} {isDue && isLate && <Badge tone="danger">Late</Badge>}
      </small>
    </li>
  )
}

const STATES = { ok: ['success', 'Well'], warn: ['warning', 'Look'], fail: ['danger', 'Act'] } as const

function Health({ finding: { state, about, words } }: { finding: Finding }) {
  const [tone, word] = STATES[state]
  return (
    <li>
      <span>
        {about.charAt(0).toUpperCase() + about.slice(1)} <Badge tone={tone}>{word}</Badge>
      </span>
      <small>{words}</small>
    </li>
  )
}
