import { Button } from '@/app/_components/newsroom/button'
import { SelectField, TextField } from '@/app/_components/newsroom/form-field'
import { backfillAction } from '@/lib/fronts/front-actions'
import type { DeskContainer, DeskStory } from '@/lib/fronts/front-desk'
import type { SectionSummary, Site } from '@/lib/site/site'
import { SlotForm } from '../slot-form'
import { CardEditor } from './card-editor'
import { DraggableCards } from './draggable-cards'

type Props = {
  front: string
  container: DeskContainer
  all: DeskContainer[]
  stories: DeskStory[]
  sections: SectionSummary[]
  site: Site
}

/** One part of the front: its cards in order, and what fills up the rest. */
export function ContainerEditor({ front, container, all, stories, sections, site }: Props) {
  const { plan, cards } = container
  const id = `container-${plan.name}`
  return (
    <section className="front-container" aria-labelledby={id}>
      <h2 id={id}>{plan.title}</h2>
      <DraggableCards front={front} container={plan.name}>
        {cards.map((card, index) => (
          <CardEditor
            key={card.articleId}
            front={front}
            card={card}
            place={{ index, of: cards.length }}
            plan={plan}
            all={all}
            stories={stories}
            site={site}
          />
        ))}
      </DraggableCards>
      {cards.length === 0 && <p className="front-empty">{emptyWords(container)}</p>}
      {plan.shown > 0 && <Backfill front={front} container={container} sections={sections} />}
    </section>
  )
}

function emptyWords({ plan }: DeskContainer): string {
  return plan.shown > 0 ? 'Nothing placed: the newest articles stand here.' : 'Nothing placed.'
}

function Backfill({
  front,
  container,
  sections,
}: {
  front: string
  container: DeskContainer
  sections: SectionSummary[]
}) {
  const { plan, backfill } = container
  const from = [backfill.section && `section ${backfill.section}`, backfill.tag && `tag ${backfill.tag}`].filter(
    Boolean,
  )
  const id = (name: string) => `${plan.name}-${name}`
  return (
    <details className="front-backfill">
      <summary>Filled up from {from.length > 0 ? from.join(' and ') : 'everything that is new'}</summary>
      <SlotForm action={backfillAction} fields={{ front, container: plan.name }} className="desk-form">
        <SelectField
          name="section"
          id={id('section')}
          label="Section"
          defaultValue={backfill.section ?? ''}
          options={[{ value: '', label: 'Any' }, ...sections.map(({ slug, name }) => ({ value: slug, label: name }))]}
        />
        <TextField
          name="tag"
          id={id('tag')}
          label="Tag"
          isOptional
          hint="As it stands in its address, such as storm-ines."
          defaultValue={backfill.tag ?? ''}
          autoComplete="off"
        />
        <Button isSmall>Fill up from this</Button>
      </SlotForm>
    </details>
  )
}
