import { Button } from '@/app/_components/newsroom/button'
import { SelectField, TextField } from '@/app/_components/newsroom/form-field'
import type { QueuePlace } from '@/lib/moderation/queue'
import { paths } from '@/lib/paths'

type Props = {
  place: QueuePlace
  sections: { slug: string; name: string }[]
  /** The same tab without filters. */
  all: string
}

/** Finds comments of a tab by the story, the section and the person. */
export function QueueFilters({ place: { tab, filter }, sections, all }: Props) {
  const isFiltered = Object.values(filter).some((value) => value !== null)
  return (
    <form className="desk-filters" action={paths.moderation()} aria-label="Find comments">
      <input type="hidden" name="tab" value={tab} />
      <TextField
        name="story"
        type="search"
        label="Story"
        defaultValue={filter.story ?? ''}
        key={`story ${filter.story}`}
      />
      <SelectField
        name="section"
        label="Section"
        options={[{ value: '', label: 'All' }, ...sections.map(({ slug, name }) => ({ value: slug, label: name }))]}
        defaultValue={filter.section ?? ''}
        key={`section ${filter.section}`}
      />
      <TextField
        name="person"
        type="search"
        label="Person"
        defaultValue={filter.person ?? ''}
        key={`person ${filter.person}`}
      />
      <Button>Find</Button>
      {isFiltered && <a href={all}>Show all</a>}
    </form>
  )
}
