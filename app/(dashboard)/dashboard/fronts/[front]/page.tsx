import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/app/_components/newsroom/button'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { byName } from '@/lib/by-name'
import { formatMoment } from '@/lib/dates'
import { getFrontDesk } from '@/lib/fronts/front-desk-queries'
import { findStoriesFor } from '@/lib/fronts/front-stories-sql'
import { paths, readPart } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { getSections, getSite } from '@/lib/site/site-queries'
import { ContainerEditor } from './container-editor'
import { DraftBar } from './draft-bar'
import { FrontHistory } from './front-history'
import { RemovedStories } from './removed-stories'
import { StoryFinder } from './story-finder'
import '@/app/styles/newsroom-fronts.css'

const DONE = byName({
  placed: 'The story is on the draft.',
  moved: 'The card was moved.',
  removed: 'The card was taken off.',
  replaced: 'The story was replaced.',
  saved: 'The draft was changed.',
  live: 'The front is live.',
  discarded: 'The draft is gone. This is what readers see.',
  restored: 'The earlier version is the draft now. Look at it, then make it live.',
})

type Props = { params: Promise<{ front: string }>; searchParams: Promise<{ done?: string; q?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Front: ${readPart((await params).front)}` }
}

export default async function FrontDeskPage({ params, searchParams }: Props) {
  const name = readPart((await params).front)
  const { done = '', q = '' } = await searchParams
  const viewer = await requireStaff(paths.dashboardFront(name))
  const desk = await getFrontDesk(viewer, name)
  if (!desk) notFound()
  const [site, sections, stories] = await Promise.all([getSite(), getSections(), findStoriesFor(viewer, String(q))])
  const { front, title, launchedAt, containers } = desk
  return (
    <>
      <PageHead
        title={title}
        back={{ label: 'Fronts', address: paths.dashboardFronts() }}
        intro={
          launchedAt
            ? `Made live on ${formatMoment(launchedAt, site)}.`
            : 'Never arranged: the newest articles fill it.'
        }
        actions={
          <ButtonLink href={front === 'home' ? paths.home() : paths.section(front)}>See it as readers do</ButtonLink>
        }
      />
      {DONE[done] && <Notice tone="success">{DONE[done]}</Notice>}
      <DraftBar desk={desk} site={site} />
      <div className="front-desk">
        <div className="front-containers">
          {containers.map((container) => (
            <ContainerEditor
              key={container.plan.name}
              front={front}
              container={container}
              all={containers}
              stories={stories}
              sections={sections}
              site={site}
            />
          ))}
        </div>
        <div className="front-finder">
          <StoryFinder front={front} query={String(q)} stories={stories} containers={containers} site={site} />
          <RemovedStories front={front} removed={desk.removed} containers={containers} />
          <FrontHistory front={front} launches={desk.launches} site={site} />
        </div>
      </div>
    </>
  )
}
