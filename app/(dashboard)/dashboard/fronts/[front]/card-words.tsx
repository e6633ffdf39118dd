import { Button } from '@/app/_components/newsroom/button'
import { SelectField, TextArea, TextField } from '@/app/_components/newsroom/form-field'
import type { ContainerPlan } from '@/lib/fronts/containers'
import { overrideCardAction } from '@/lib/fronts/front-actions'
import type { DeskCard, DeskStory } from '@/lib/fronts/front-desk'
import { SlotForm } from '../slot-form'

type Props = {
  card: DeskCard
  fields: { front: string; container: string; article: number }
  plan: ContainerPlan
  stories: DeskStory[]
}

const SIZE_NAMES = { lead: 'Lead', big: 'Big', standard: 'Standard' }
const SUBLINKS = [0, 1, 2, 3]

/** What the front says in the article's stead. What is left empty is the article's own. */
export function CardWords({ card, fields, plan, stories }: Props) {
  const id = (name: string) => `${fields.container}-${fields.article}-${name}`
  return (
    <SlotForm action={overrideCardAction} fields={fields} className="desk-form">
      <TextField
        name="headline"
        id={id('headline')}
        label="Headline on this front"
        isOptional
        placeholder={card.story?.headline}
        defaultValue={card.headline ?? ''}
        maxLength={200}
      />
      <TextArea
        name="trail"
        id={id('trail')}
        label="Trail"
        isOptional
        hint="In the place of the standfirst."
        rows={2}
        defaultValue={card.trail ?? ''}
        maxLength={400}
      />
      <TextField
        name="kicker"
        id={id('kicker')}
        label="Kicker"
        isOptional
        defaultValue={card.kicker ?? ''}
        maxLength={60}
      />
      <SelectField
        name="size"
        id={id('size')}
        label="Size"
        defaultValue={card.size}
        options={plan.sizes.map((size) => ({ value: size, label: SIZE_NAMES[size] }))}
      />
      <SelectField
        name="picture"
        id={id('picture')}
        label="Picture"
        defaultValue={card.picture === 'other' ? `${card.imageId}` : card.picture}
        options={[
          { value: 'own', label: 'The article’s own' },
          ...card.pictures.map((picture) => ({ value: `${picture.id}`, label: picture.alt.slice(0, 80) })),
          { value: 'none', label: 'None' },
        ]}
      />
      {plan.hasSublinks &&
        SUBLINKS.map((index) => (
          <SelectField
            key={index}
            name="sublink"
            id={id(`sublink-${index}`)}
            label={`Link below it, ${index + 1}`}
            defaultValue={`${card.sublinks[index] ?? ''}`}
            options={sublinkOptions(card, stories)}
          />
        ))}
      <Button isSmall>Change the draft</Button>
    </SlotForm>
  )
}

function sublinkOptions(card: DeskCard, stories: DeskStory[]) {
  const found = stories.filter(({ id }) => id !== card.articleId && !card.sublinks.includes(id))
  return [
    { value: '', label: 'None' },
    ...card.links.map(({ id, headline }) => ({ value: `${id}`, label: headline })),
    ...found.map(({ id, headline }) => ({ value: `${id}`, label: headline })),
  ]
}
