import { Button, ButtonLink } from '@/app/_components/newsroom/button'
import { SelectField, TextField } from '@/app/_components/newsroom/form-field'
import { type ListFilter, listQuery, VIEWS, type View } from '@/lib/articles/desk/list-input'
import { paths } from '@/lib/paths'
import { STATE_NAMES } from './[id]/options'

/** The views that are saved, as links. */
export function ViewLinks({ filter }: { filter: ListFilter }) {
  return (
    <nav aria-label="Views" className="list-views">
      <ul>
        {(Object.keys(VIEWS) as View[]).map((view) => (
          <li key={view}>
            <a
              href={paths.deskArticles(listQuery({ view, isDense: filter.isDense }))}
              aria-current={view === filter.view ? 'page' : undefined}
            >
              {VIEWS[view]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type Props = {
  filter: ListFilter
  sections: { slug: string; name: string }[]
  people: { id: number; name: string }[]
}

/** Finds articles; what is found is an address to keep. */
export function ListFilters({ filter, sections, people }: Props) {
  const any = { value: '', label: 'Any' }
  const states = Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label }))
  return (
    <search>
      <form className="desk-filters" action={paths.deskArticles()}>
        {filter.view !== 'all' && <input type="hidden" name="view" value={filter.view} />}
        {filter.isDense && <input type="hidden" name="dense" value="1" />}
        <TextField name="q" type="search" label="Words of the headline" defaultValue={filter.words} maxLength={200} />
        <SelectField
          name="section"
          label="Section"
          defaultValue={filter.section}
          options={[any, ...sections.map(({ slug, name }) => ({ value: slug, label: name }))]}
        />
        <SelectField name="state" label="State" defaultValue={filter.state} options={[any, ...states]} />
        <SelectField
          name="assignee"
          label="Assigned to"
          defaultValue={filter.assignee}
          options={[any, ...people.map(({ id, name }) => ({ value: String(id), label: name }))]}
        />
        <SelectField
          name="sort"
          label="Order"
          defaultValue={filter.sort}
          options={[
            { value: 'saved', label: 'Last change' },
            { value: 'deadline', label: 'Deadline' },
          ]}
        />
        <Button>Find</Button>
        {listQuery({ ...filter, view: 'all', isDense: false }) !== '' && (
          <ButtonLink look="quiet" href={paths.deskArticles(listQuery({ view: filter.view }))}>
            Clear
          </ButtonLink>
        )}
        <ButtonLink look="quiet" href={paths.deskArticles(listQuery({ ...filter, isDense: !filter.isDense }))}>
          {filter.isDense ? 'Roomy rows' : 'Dense rows'}
        </ButtonLink>
      </form>
    </search>
  )
}
