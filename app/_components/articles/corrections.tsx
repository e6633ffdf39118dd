import type { Correction } from '@/lib/articles/article'
import { formatDate } from '@/lib/dates'
import type { Site } from '@/lib/site/site'
import { Moment } from './article-head'

const TITLES: Record<Correction['kind'], string> = {
  correction: 'Correction',
  clarification: 'Clarification',
  note: 'Editor’s note',
  withdrawal: 'Withdrawn',
}

/** What was put right in an article, in the open. */
export function Corrections({ corrections, site }: { corrections: Correction[]; site: Site }) {
  return corrections.map(({ id, kind, text, publishedAt }) => (
    <aside key={id} className="correction" aria-label={TITLES[kind]}>
      <p>
        <strong>{TITLES[kind]}</strong>{' '}
        <Moment moment={publishedAt} words={formatDate(publishedAt, site)} site={site} />
      </p>
      <p>{text}</p>
    </aside>
  ))
}
