import type { Direction } from '@/lib/articles/article'
import type { ShownChange } from '@/lib/articles/change-queries'
import type { ChangeKind } from '@/lib/articles/version'
import type { ChangedPart, Piece } from '@/lib/articles/version-diff'
import { formatMoment } from '@/lib/dates'
import type { Site } from '@/lib/site/site'
import { Moment } from './article-head'

const TITLES: Record<ChangeKind, string> = {
  published: 'Published',
  minor: 'Minor change',
  update: 'Update',
  clarification: 'Clarification',
  correction: 'Correction',
}

type ChangeProps = {
  change: ShownChange
  /** The article's language and direction, which its words are in. */
  article: { language: string; direction: Direction }
  site: Site
}

/** One change of an article: when, what readers were told, and the words that went and came. */
export function Change({ change, article, site }: ChangeProps) {
  const { kind, note, at, parts } = change
  return (
    <article className={`change is-${kind}`}>
      <h2>
        {TITLES[kind]} <Moment moment={at} words={formatMoment(at, site)} site={site} />
      </h2>
      {note && <p className="note">{note}</p>}
      {kind === 'minor' ? <MinorWords parts={parts} /> : <Parts parts={parts} article={article} />}
    </article>
  )
}

/** Spelling and layout are told of, and not spelt out. */
function MinorWords({ parts }: { parts: ChangedPart[] }) {
  const places = [...new Set(parts.map(({ place }) => place.toLowerCase()))]
  return <p>Spelling, wording or layout{places.length > 0 && `: ${places.join(', ')}`}.</p>
}

function Parts({ parts, article }: { parts: ChangedPart[]; article: ChangeProps['article'] }) {
  if (parts.length === 0) return <p>No words of the article itself were changed.</p>
  return (
    <dl>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a change stand still
        <div key={index}>
          <dt>
            {part.place}
            {part.isSilent && ': a link, a picture or its setting'}
          </dt>
          <dd lang={article.language} dir={article.direction}>
            <Pieces pieces={part.pieces} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Words with what went and came, told apart by marks and, for those who hear them, by words. */
export function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ is, text }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a change stand still
    if (is === 'same') return <span key={index}>{text}</span>
    const Mark = is === 'added' ? 'ins' : 'del'
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Mark key={index}>
        <span className="unseen">{is === 'added' ? ' [put in: ' : ' [taken out: '}</span>
        {text}
        <span className="unseen">] </span>
      </Mark>
    )
  })
}
