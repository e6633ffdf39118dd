import { type ArticleCard as Card, kickerOf, moodOf } from '@/lib/articles/article'
import { formatDate } from '@/lib/dates'
import { paths } from '@/lib/paths'
import type { Site } from '@/lib/site/site'
import { currentSite } from '../site/current-site'
import { Picture } from '../ui/picture'

type ArticleCardProps = {
  card: Card
  /** The level that the headline has in its page's outline. */
  level?: 2 | 3
  size?: 'small' | 'standard' | 'big'
  /** How wide the picture is drawn, as `sizes` says it; without it there is no picture. */
  picture?: string
  ratio?: 'card' | 'wide'
  hasTrail?: boolean
  /** The date is shown. */
  dated?: Site
  isFirst?: boolean
}

/** An article on a front or in a list. Only the headline is a link; the whole card takes the click. */
export function ArticleCard({
  card,
  level = 3,
  size = 'standard',
  picture,
  ratio = 'card',
  hasTrail = false,
  dated,
  isFirst,
}: ArticleCardProps) {
  return (
    <article className={`card card-${size} mood-${moodOf(card)}`} lang={card.language} dir={card.direction}>
      {picture && card.image && (
        <Picture image={card.image} sizes={picture} ratio={ratio} isFirst={isFirst} decorative />
      )}
      <CardText card={card} level={level} hasTrail={hasTrail} dated={dated} />
    </article>
  )
}

type CardTextProps = Pick<ArticleCardProps, 'card' | 'hasTrail' | 'dated'> & {
  level?: 2 | 3
  /** Who wrote it is named. */
  isSigned?: boolean
}

/** A card's words: kicker, headline, trail, and when. */
export function CardText({ card, level = 3, hasTrail = false, dated, isSigned = false }: CardTextProps) {
  const Heading = `h${level}` as const
  return (
    <div>
      <p className="kicker">
        <KickerWords card={card} />
        {moodOf(card) === 'opinion' && <span> {card.bylines.map(({ name }) => name).join(', ')}</span>}
      </p>
      <Heading>
        <a href={paths.article(card)}>{card.headline}</a>
      </Heading>
      {hasTrail && card.standfirst && <p className="trail">{shortened(card.standfirst)}</p>}
      <CardMeta card={card} dated={dated} names={isSigned ? card.bylines : []} hasComments={hasTrail || !!dated} />
    </div>
  )
}

type CardMetaProps = Pick<ArticleCardProps, 'card' | 'dated'> & { names: Card['bylines']; hasComments: boolean }

/** “Priya Natarajan and Owen Hale · 25 Nov 2026 · 11 comments”: what is known of these, in this order. */
function CardMeta({ card, dated, names, hasComments }: CardMetaProps) {
  const { publishedAt, commentCount } = card
  const parts = [
    names.length > 0 && <bdi key="names">{NAMES.format(names.map(({ name }) => name))}</bdi>,
    dated && (
      <time key="date" dateTime={publishedAt.toISOString()}>
        {formatDate(publishedAt, dated)}
      </time>
    ),
    hasComments && commentCount > 0 && commentsWords(commentCount),
  ].filter(Boolean)
  if (parts.length === 0) return null
  return <p className="meta">{parts.flatMap((part, index) => (index === 0 ? [part] : [' · ', part]))}</p>
}

const NAMES = new Intl.ListFormat('en-GB')

/** The desk's own words are in the article's language; those of its kind and its section are the paper's. */
async function KickerWords({ card }: { card: Card }) {
  const { language } = await currentSite()
  if (card.kicker || card.language === language) return kickerOf(card)
  return <span lang={language}>{kickerOf(card)}</span>
}

function commentsWords(count: number): string {
  return count === 1 ? '1 comment' : `${count.toLocaleString('en')} comments`
}

/** About two lines of a standfirst, cut between words. */
const LONGEST_TRAIL = 200

export function shortened(text: string): string {
  const letters = [...text]
  if (letters.length <= LONGEST_TRAIL) return text
  const cut = letters.slice(0, LONGEST_TRAIL).join('')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TRAIL / 2)).replace(/[\s,;:–—-]+$/, '')}…`
}
