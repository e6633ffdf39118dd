import { Button } from '@/app/_components/newsroom/button'
import { Part } from '@/app/_components/newsroom/page-head'
import { formatMoment } from '@/lib/dates'
import { restoreLaunchAction } from '@/lib/fronts/front-actions'
import type { FrontDesk } from '@/lib/fronts/front-desk'
import type { Site } from '@/lib/site/site'
import { SlotForm } from '../slot-form'

type Props = { front: string; launches: FrontDesk['launches']; site: Site }

/** Every version that was before readers, to go back to by way of the draft. */
export function FrontHistory({ front, launches, site }: Props) {
  if (launches.length === 0) return null
  return (
    <Part title="Versions">
      <ol className="front-stories">
        {launches.map(({ id, at, actor, cards }, index) => (
          <li key={id}>
            <p>
              {formatMoment(at, site)}, {actor}, {cards === 1 ? '1 card' : `${cards} cards`}
            </p>
            {index > 0 && (
              <SlotForm action={restoreLaunchAction} fields={{ front, launch: id }}>
                <Button isSmall>
                  Take as draft<span className="unseen"> the version of {formatMoment(at, site)}</span>
                </Button>
              </SlotForm>
            )}
          </li>
        ))}
      </ol>
    </Part>
  )
}
