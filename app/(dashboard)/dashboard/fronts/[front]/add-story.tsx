import { Button } from '@/app/_components/newsroom/button'
import { placeStoryAction } from '@/lib/fronts/front-actions'
import type { DeskContainer, DeskStory } from '@/lib/fronts/front-desk'
import { SlotForm } from '../slot-form'

type Props = { front: string; story: DeskStory; containers: DeskContainer[] }

/** Puts a story at the top of a part of the front. */
export function AddStory({ front, story, containers }: Props) {
  const id = `add-${story.id}`
  return (
    <SlotForm action={placeStoryAction} fields={{ front, article: story.id }} className="front-step">
      <label htmlFor={id} className="unseen">
        Where to put “{story.headline}”
      </label>
      <select name="container" id={id} className="desk-control" defaultValue={containers.at(1)?.plan.name}>
        {containers.map(({ plan }) => (
          <option key={plan.name} value={plan.name}>
            {plan.title}
          </option>
        ))}
      </select>
      <Button isSmall>
        Add<span className="unseen"> {story.headline}</span>
      </Button>
    </SlotForm>
  )
}
