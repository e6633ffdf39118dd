import type { Metadata } from 'next'
import { Button } from '@/app/_components/newsroom/button'
import { SelectField } from '@/app/_components/newsroom/form-field'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { numbersFilterFrom, takeaway } from '@/lib/numbers/numbers'
import { readNumbers } from '@/lib/numbers/numbers-sql'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { mayInSection } from '@/lib/people/person-policy'
import { getSections, getSite } from '@/lib/site/site-queries'
import { NumbersView, Periods } from './numbers-view'
import '@/app/styles/newsroom-numbers.css'

export const metadata: Metadata = { title: 'Readers in numbers' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** How much is read: what, when, from where and how far; of the paper or a section. */
export default async function NumbersPage({ searchParams }: Props) {
  const viewer = await requireStaff(paths.numbers())
  const filter = numbersFilterFrom(await searchParams)
  const [site, all] = await Promise.all([getSite(), getSections()])
  const sections = all.filter(({ id }) => mayInSection(viewer, id))
  const numbers = readNumbers(viewer, filter, site.zone)
  return (
    <>
      <PageHead title="Readers in numbers" intro={takeaway(numbers, filter.days)} />
      <form className="numbers-filter" action={paths.numbers()}>
        <input type="hidden" name="days" value={filter.days} />
        <SelectField
          name="section"
          label="Section"
          defaultValue={filter.section}
          options={[
            { value: '', label: 'All sections' },
            ...sections.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <Button isSmall>Show</Button>
      </form>
      <Periods filter={filter} />
      <NumbersView numbers={numbers} filter={filter} place={site} />
    </>
  )
}
