import { Part } from '@/app/_components/newsroom/page-head'
import type { DeskContainer, DeskStory } from '@/lib/fronts/front-desk'
import { AddStory } from './add-story'

type Props = { front: string; removed: DeskStory[]; containers: DeskContainer[] }

/** What stood here of late and does no more, to be put back. */
export function RemovedStories({ front, removed, containers }: Props) {
  if (removed.length === 0) return null
  return (
    <Part title="Taken off of late">
      <ul className="front-stories">
        {removed.map((story) => (
          <li key={story.id}>
            <p className="front-story">{story.headline}</p>
            <AddStory front={front} story={story} containers={containers} />
          </li>
        ))}
      </ul>
    </Part>
  )
}
