import { Badge } from '@/app/_components/newsroom/badge'
import { Button } from '@/app/_components/newsroom/button'
import { Picture } from '@/app/_components/ui/picture'
import { formatMoment } from '@/lib/dates'
import type { ContainerPlan } from '@/lib/fronts/containers'
import { moveCardAction, moveCardToAction, removeCardAction, replaceCardAction } from '@/lib/fronts/front-actions'
import type { DeskCard, DeskContainer, DeskStory } from '@/lib/fronts/front-desk'
import type { Site } from '@/lib/site/site'
import { SlotForm } from '../slot-form'
import { CardWords } from './card-words'
import { ViewsOfHour } from './views-of-hour'

type Props = {
  front: string
  card: DeskCard
  place: { index: number; of: number }
  plan: ContainerPlan
  all: DeskContainer[]
  stories: DeskStory[]
  site: Site
}

/** A card of the draft: what it is, what to look at, and every step that can be taken with it. */
export function CardEditor({ front, card, place, plan, all, stories, site }: Props) {
  const headline = card.headline ?? card.story?.headline ?? 'An article that is gone'
  const fields = { front, container: plan.name, article: card.articleId }
  return (
    <li className="front-card" data-article={card.articleId} aria-label={headline}>
      <div className="front-card-head">
        {card.picture !== 'none' && card.image && (
          <span className="front-card-picture">
            <Picture image={card.image} sizes="96px" ratio="card" decorative />
          </span>
        )}
        <div className="front-card-words">
          <h3>{headline}</h3>
          <p className="front-card-meta">
            {card.story?.section}
            {card.story?.publishedAt && <> · {formatMoment(card.story.publishedAt, site)}</>}
            {card.size === 'big' && <> · big</>}
            {card.headline && <> · headline of the front’s own</>}
          </p>
          {card.warnings.map((words) => (
            <p key={words}>
              <Badge tone="warning">Look</Badge> {words}
            </p>
          ))}
        </div>
        <ViewsOfHour views={card.views} />
      </div>
      <div className="front-card-steps">
        <Steps fields={fields} headline={headline} {...place} />
        <SlotForm action={removeCardAction} fields={fields}>
          <Button isSmall>Remove{about(headline)}</Button>
        </SlotForm>
        <details>
          <summary>Move to, replace{about(headline)}</summary>
          <MoveTo fields={fields} all={all} />
          <Replace fields={fields} stories={stories} />
        </details>
        <details>
          <summary>Words and picture{about(headline)}</summary>
          <CardWords card={card} fields={fields} plan={plan} stories={stories} />
        </details>
      </div>
    </li>
  )
}

type Fields = { front: string; container: string; article: number }

const about = (headline: string) => <span className="unseen"> {headline}</span>

function Steps({ fields, headline, index, of }: { fields: Fields; headline: string; index: number; of: number }) {
  if (of < 2) return null
  return (
    <>
      <SlotForm action={moveCardAction} fields={{ ...fields, step: 'up' }}>
        <Button isSmall disabled={index === 0}>
          Move up{about(headline)}
        </Button>
      </SlotForm>
      <SlotForm action={moveCardAction} fields={{ ...fields, step: 'down' }}>
        <Button isSmall disabled={index === of - 1}>
          Move down{about(headline)}
        </Button>
      </SlotForm>
    </>
  )
}

function MoveTo({ fields, all }: { fields: Fields; all: DeskContainer[] }) {
  const id = `${fields.container}-${fields.article}-destination`
  return (
    <SlotForm action={moveCardToAction} fields={fields} className="front-step">
      <label htmlFor={id}>Move to</label>
      <select name="destination" id={id} className="desk-control">
        {destinationsIn(all).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Button isSmall>Move</Button>
    </SlotForm>
  )
}

function destinationsIn(all: DeskContainer[]): { value: string; label: string }[] {
  return all.flatMap(({ plan: { name, title, room }, cards }) => {
    const places = Math.max(1, Math.min(room, cards.length + 1))
    return Array.from({ length: places }, (_, position) => ({
      value: `${name}:${position}`,
      label: room === 1 ? title : `${title}, place ${position + 1}`,
    }))
  })
}

function Replace({ fields, stories }: { fields: Fields; stories: DeskStory[] }) {
  const id = `${fields.container}-${fields.article}-replacement`
  const others = stories.filter((story) => story.id !== fields.article)
  if (others.length === 0) return null
  return (
    <SlotForm action={replaceCardAction} fields={fields} className="front-step">
      <label htmlFor={id}>Replace with one of the stories found</label>
      <select name="replacement" id={id} className="desk-control">
        {others.map((story) => (
          <option key={story.id} value={story.id}>
            {story.headline}
          </option>
        ))}
      </select>
      <Button isSmall>Replace</Button>
    </SlotForm>
  )
}
