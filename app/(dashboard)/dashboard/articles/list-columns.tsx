import { Badge } from '@/app/_components/newsroom/badge'
import type { Column } from '@/app/_components/newsroom/data-table'
import type { DeskLine } from '@/lib/articles/desk/list-queries'
import { formatMoment, type Place } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { STATE_NAMES, STATE_TONES } from './[id]/options'

/** What the list says of each article. @param present who has it open, by its id */
export function listColumns(place: Place, present: ReadonlyMap<number, string[]>): Column<DeskLine>[] {
  return [
    {
      head: 'Choose',
      isHeadHidden: true,
      cell: ({ id, headline }) => (
        <input type="checkbox" name="id" value={id} aria-label={`Choose ${headline || id}`} />
      ),
    },
    { head: 'Headline', isName: true, cell: (line) => <Headline line={line} present={present.get(line.id) ?? []} /> },
    { head: 'State', cell: ({ state }) => <Badge tone={STATE_TONES[state]}>{STATE_NAMES[state]}</Badge> },
    { head: 'Assigned', from: 'medium', cell: ({ assignee }) => assignee ?? '—' },
    {
      head: 'Deadline',
      from: 'medium',
      cell: ({ deadlineAt, state }) => <Deadline at={deadlineAt} isOut={state === 'published'} place={place} />,
    },
    { head: 'Words', from: 'wide', isNumber: true, cell: ({ words }) => words.toLocaleString('en-GB') },
    {
      head: 'Last change',
      from: 'wide',
      cell: ({ savedAt, savedBy }) => (
        <>
          <time dateTime={savedAt.toISOString()}>{formatMoment(savedAt, place)}</time>
          {savedBy && <small className="list-by">{savedBy}</small>}
        </>
      ),
    },
  ]
}

function Headline({ line, present }: { line: DeskLine; present: string[] }) {
  const { id, headline, kicker, section, state, isLegalWanted, isPictureWanted } = line
  return (
    <>
      <a href={paths.deskArticle(id)}>{headline || `Article ${id}, without a headline`}</a>
      <small>
        {[kicker, section].filter(Boolean).join(' · ')}
        {state === 'published' && (
          <a className="list-numbers" href={paths.numbers('', id)}>
            Numbers
          </a>
        )}
        {isLegalWanted && <Badge tone="danger">Needs legal</Badge>}
        {isPictureWanted && <Badge tone="warning">Needs picture</Badge>}
        {present.length > 0 && <Badge tone="info">{`Open: ${present.join(', ')}`}</Badge>}
      </small>
    </>
  )
}

function Deadline({ at, isOut, place }: { at: Date | null; isOut: boolean; place: Place }) {
  if (!at) return '—'
  const isLate = !isOut && at < new Date()
  return (
    <time dateTime={at.toISOString()} className={isLate ? 'list-late' : undefined}>
      {isLate && 'Late: '}
      {formatMoment(at, place)}
    </time>
  )
}
