import { Button } from '@/app/_components/newsroom/button'
import { SelectField, TextField } from '@/app/_components/newsroom/form-field'
import { Notice } from '@/app/_components/newsroom/notice'
import { endBreakingNewsAction, startBreakingNewsAction } from '@/lib/fronts/front-actions'
import type { DeskStory } from '@/lib/fronts/front-desk'
import { SlotForm } from './slot-form'

type Props = { stories: DeskStory[]; current: { text: string; until: string } | null }

/** What the strip says now, and a form for the next. */
export function BreakingForm({ stories, current }: Props) {
  const choices = stories
    .filter(({ isPublic }) => isPublic)
    .map(({ id, headline }) => ({ value: `${id}`, label: headline }))
  return (
    <>
      {current && (
        <Notice tone="warning" title={`Breaking: ${current.text}`}>
          <p>It comes down by itself on {current.until}.</p>
          <form action={endBreakingNewsAction}>
            <Button isSmall>Take it down now</Button>
          </form>
        </Notice>
      )}
      <SlotForm action={startBreakingNewsAction} className="desk-form">
        <TextField
          name="text"
          label="What is breaking"
          hint="In one line; “Breaking” stands before it."
          required
          maxLength={160}
          autoComplete="off"
        />
        <SelectField name="article" label="Leads to" options={[{ value: '', label: 'No article yet' }, ...choices]} />
        <SelectField
          name="hours"
          label="Comes down after"
          defaultValue="2"
          options={['1', '2', '4', '8', '24'].map((hours) => ({
            value: hours,
            label: hours === '1' ? '1 hour' : `${hours} hours`,
          }))}
        />
        <Button look="primary">{current ? 'Put up in its place' : 'Put up the strip'}</Button>
      </SlotForm>
    </>
  )
}
