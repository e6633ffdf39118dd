import { paths } from '@/lib/paths'
import type { Search } from '@/lib/search/search-input'
import type { SectionSummary } from '@/lib/site/site'
import '@/app/styles/search.css'

type SearchFormProps = { search: Search; sections: SectionSummary[]; authors: { handle: string; name: string }[] }

/** What is looked for, where and in which order: a form whose answer has an address of its own. */
export function SearchForm({ search, sections, authors }: SearchFormProps) {
  const isNarrowed = Boolean(search.section || search.author || search.from || search.to || search.sort === 'newest')
  return (
    <search className="search-form">
      <form action={paths.search()}>
        <h1>
          <label htmlFor="q">Search</label>
        </h1>
        <div className="search-line">
          <input id="q" className="field" type="search" name="q" defaultValue={search.query} autoComplete="off" />
          <button className="button" type="submit">
            Search
          </button>
        </div>
        <details open={isNarrowed}>
          <summary>Narrow and sort</summary>
          <div className="search-filters">
            <Choice
              name="section"
              label="Section"
              any="Every section"
              chosen={search.section}
              options={sections.map(({ slug, name }) => [slug, name])}
            />
            <Choice
              name="author"
              label="Author"
              any="Every author"
              chosen={search.author}
              options={authors.map(({ handle, name }) => [handle, name])}
            />
            <Day name="from" label="From" day={search.from} />
            <Day name="to" label="To" day={search.to} />
            <Choice
              name="sort"
              label="Order"
              any="Best first"
              chosen={search.sort === 'newest' ? 'newest' : ''}
              options={[['newest', 'Newest first']]}
            />
          </div>
        </details>
      </form>
    </search>
  )
}

type ChoiceProps = {
  name: string
  label: string
  /** What stands for no choice. */
  any: string
  chosen: string
  options: [value: string, words: string][]
}

function Choice({ name, label, any, chosen, options }: ChoiceProps) {
  return (
    <p>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} className="field" defaultValue={chosen}>
        <option value="">{any}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </p>
  )
}

function Day({ name, label, day }: { name: string; label: string; day: string }) {
  return (
    <p>
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} className="field" type="date" defaultValue={day} />
    </p>
  )
}
