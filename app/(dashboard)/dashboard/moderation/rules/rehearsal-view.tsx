import { type Column, DataTable } from '@/app/_components/newsroom/data-table'
import { Part } from '@/app/_components/newsroom/page-head'
import type { Example, Rehearsal } from '@/lib/moderation/rehearsal'

const NAMES: Record<Example['after'], string> = {
  allow: 'Published',
  hold: 'Held',
  reject: 'Rejected',
  refuse: 'Not taken',
}

type Line = { name: string; before: number; after: number }

const COLUMNS: Column<Line>[] = [
  { head: 'Outcome', isName: true, cell: ({ name }) => name },
  { head: 'By the rules in force', isNumber: true, cell: ({ before }) => before.toLocaleString('en-GB') },
  { head: 'By these', isNumber: true, cell: ({ after }) => after.toLocaleString('en-GB') },
]

/** What other rules would have done to past comments: in one sentence, in numbers, and some of them. */
export function RehearsalView({ rehearsal }: { rehearsal: Rehearsal }) {
  const { comments, before, after, examples } = rehearsal
  const lines = (Object.keys(NAMES) as Example['after'][]).map((outcome) => ({
    ...{ name: NAMES[outcome], before: before[outcome], after: after[outcome] },
  }))
  return (
    <Part title="Rehearsal">
      <p role="status" className="desk-intro">
        {takeaway(rehearsal)}
      </p>
      {comments > 0 && (
        <DataTable isDense caption="Outcomes" columns={COLUMNS} rows={lines} rowKey={({ name }) => name} />
      )}
      {examples.length > 0 && (
        <ol className="queue">
          {examples.map((example) => (
            <li key={example.id} className="queue-comment">
              <p className="desk-meta">
                <a href={example.address}>{example.signature}</a>
                {`: ${NAMES[example.before]} → ${NAMES[example.after]}`}
                {example.decided && <strong>{` · a moderator ${example.decided} it`}</strong>}
              </p>
              <p className="record-body" dir="auto">
                {example.pieces.map(({ text, isMatched }, index) =>
                  // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
                  isMatched ? <mark key={index}>{text}</mark> : text,
                )}
              </p>
              {example.reasons.length > 0 && <p className="desk-meta">{example.reasons.join(' ')}</p>}
            </li>
          ))}
        </ol>
      )}
    </Part>
  )
}

/** “Of the last 1,000 comments 12 would have come out otherwise; 3 of them against what a moderator decided.” */
function takeaway({ comments, changed, reversed }: Rehearsal): string {
  if (comments === 0) return 'There are no comments to look back on yet.'
  const whole = `Of the last ${comments.toLocaleString('en-GB')} comments`
  if (changed === 0) return `${whole} none would have come out otherwise. Nothing is changed yet.`
  const against =
    reversed === 0
      ? 'none of them against a decision'
      : `${reversed.toLocaleString('en-GB')} of them against what a moderator decided`
  return `${whole} ${changed.toLocaleString('en-GB')} would have come out otherwise; ${against}. Nothing is changed yet.`
}
