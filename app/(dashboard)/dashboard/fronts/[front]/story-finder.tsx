import { Badge } from '@/app/_components/newsroom/badge'
import { Button } from '@/app/_components/newsroom/button'
import { Part } from '@/app/_components/newsroom/page-head'
import { formatMoment } from '@/lib/dates'
import type { DeskContainer, DeskStory } from '@/lib/fronts/front-desk'
import { paths } from '@/lib/paths'
import type { Site } from '@/lib/site/site'
import { AddStory } from './add-story'

type Props = { front: string; query: string; stories: DeskStory[]; containers: DeskContainer[]; site: Site }

/** Finds stories by the words of their headlines, and puts them on the draft. */
export function StoryFinder({ front, query, stories, containers, site }: Props) {
  return (
    <Part title="Stories">
      <search>
        <form action={paths.dashboardFront(front)} className="front-search">
          <label htmlFor="q">Find by headline</label>
          <input type="search" name="q" id="q" defaultValue={query} maxLength={200} className="desk-control" />
          <Button isSmall>Find</Button>
        </form>
      </search>
      {stories.length === 0 && <p>No story has all these words in its headline.</p>}
      <ul className="front-stories">
        {stories.map((story) => (
          <li key={story.id}>
            <p className="front-story">{story.headline}</p>
            <p className="front-card-meta">
              {story.section}
              {story.publishedAt && <> · {formatMoment(story.publishedAt, site)}</>}{' '}
              {!story.isPublic && <Badge tone="info">{story.state === 'ready' ? 'Ready' : 'Not public yet'}</Badge>}
            </p>
            <AddStory front={front} story={story} containers={containers} />
          </li>
        ))}
      </ul>
    </Part>
  )
}
