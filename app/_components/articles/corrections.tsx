import type { Correction, Direction } from '@/lib/articles/article'
import { formatDate } from '@/lib/dates'
import type { Site } from '@/lib/site/site'
import { Moment } from './article-head'

const TITLES: Record<Correction['kind'], string> = {
  correction: 'Correction',
  clarification: 'Clarification',
  note: 'Editor’s note',
  withdrawal: 'Withdrawn',
}

type CorrectionsProps = {
  corrections: Correction[]
  /** The article's language and direction, which its corrections are written in. */
  article: { language: string; direction: Direction }
  site: Site
}

/** What was put right in an article, in the open. Its title is the paper's word, whatever the article's language. */
export function Corrections({ corrections, article, site }: CorrectionsProps) {
  return corrections.map(({ id, kind, text, publishedAt }) => (
    <div
      key={`${kind}-${id}`}
      className="correction"
      role="note"
      aria-label={TITLES[kind]}
      lang={site.language}
      dir={article.direction}
    >
      <p>
        <bdi>
          <strong>{TITLES[kind]}</strong>{' '}
          <Moment moment={publishedAt} words={formatDate(publishedAt, site)} site={site} />
        </bdi>
      </p>
      <p lang={article.language}>{text}</p>
    </div>
  ))
}
