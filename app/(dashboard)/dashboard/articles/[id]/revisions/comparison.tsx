import { Button, ButtonLink } from '@/app/_components/newsroom/button'
import { Part } from '@/app/_components/newsroom/page-head'
import { revisionAction } from '@/lib/articles/editing/revision-actions'
import { type Difference, differencesOf, type WordPart } from '@/lib/articles/editing/revision-difference'
import type { RevisionText } from '@/lib/articles/editing/revision-queries'
import { formatMoment, type Place } from '@/lib/dates'
import { paths } from '@/lib/paths'

type Props = {
  articleId: number
  compared: [RevisionText, RevisionText]
  place: Place
  isBeside: boolean
  latest: number
}

/** Two revisions: as one text with its changes marked, or beside each other. Marks are signs as well as colours. */
export function Comparison({ articleId, compared: [older, newer], place, isBeside, latest }: Props) {
  const differences = differencesOf(older.content, newer.content)
  const changes = differences.filter(({ isSame }) => !isSame).length
  const address = (view: string) =>
    `${paths.revisions(articleId)}?from=${older.number}&to=${newer.number}${view && `&view=${view}`}`
  return (
    <Part
      title={`Revision ${older.number} and revision ${newer.number}`}
      intro={`${formatMoment(older.at, place)}, and ${formatMoment(newer.at, place)}. ${changes === 1 ? '1 place differs' : `${changes} places differ`}.`}
    >
      <div className="desk-row">
        <ButtonLink isSmall href={address(isBeside ? '' : 'beside')}>
          {isBeside ? 'As one text' : 'Beside each other'}
        </ButtonLink>
        <form action={revisionAction}>
          <input type="hidden" name="article" value={articleId} />
          <input type="hidden" name="number" value={older.number} />
          <Button isSmall name="do" value="restore">{`Put revision ${older.number} back`}</Button>
        </form>
        {newer.number !== latest && (
          <form action={revisionAction}>
            <input type="hidden" name="article" value={articleId} />
            <input type="hidden" name="number" value={newer.number} />
            <Button isSmall name="do" value="restore">{`Put revision ${newer.number} back`}</Button>
          </form>
        )}
      </div>
      {changes === 0 && <p>They say the same.</p>}
      {isBeside ? (
        <Beside differences={differences} names={[older.number, newer.number]} />
      ) : (
        <div className="word-changes history-text">
          {differences.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is drawn on the server moves nowhere
            <Inline key={at} difference={one} />
          ))}
        </div>
      )}
    </Part>
  )
}

function Inline({ difference: { label, parts, isSame } }: { difference: Difference }) {
  return (
    <div className={isSame ? 'history-same' : 'history-changed'}>
      {!isSame && <p className="desk-hint">{label}</p>}
      <p>
        <Words parts={parts} />
      </p>
    </div>
  )
}

function Beside({ differences, names }: { differences: Difference[]; names: [number, number] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section className="desk-table" aria-label="Both revisions" tabIndex={0}>
      <table className="history-beside">
        <thead>
          <tr>
            <th scope="col">{`Revision ${names[0]}`}</th>
            <th scope="col">{`Revision ${names[1]}`}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ parts, label, isSame }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is drawn on the server moves nowhere
            <tr key={at}>
              {(['removed', 'added'] as const).map((side) => (
                <td key={side}>
                  {!isSame && <p className="desk-hint">{label}</p>}
                  <p className="word-side">
                    <Words parts={parts.filter(({ is }) => is === 'kept' || is === side)} />
                  </p>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Words({ parts }: { parts: WordPart[] }) {
  return parts.map(({ is, text }, at) => {
    const key = `${at}-${text.length}`
    if (is === 'added') return <ins key={key}>{text}</ins>
    if (is === 'removed') return <del key={key}>{text}</del>
    return <span key={key}>{text}</span>
  })
}
