'use client'

import { useDeferredValue } from 'react'
import type { FormValues } from '@/lib/articles/editing/article-form'
import type { Cut } from '@/lib/articles/editing/cut-to-fit'
import { type LooksPlace, looksOf, type SharedLooks } from '@/lib/articles/editing/shared-looks'
import { paths } from '@/lib/paths'
import { useTyped } from './form-fields'

const FIELDS = [
  ...['headline', 'standfirst', 'kicker', 'kind', 'section', 'slug', 'direction', 'leadMedia'],
  ...['seoTitle', 'seoDescription', 'socialHeadline'],
]

/** How the article will look in a search and where it is shared, as it is typed, and what of it would be cut. */
export function SocialPreviews({ values, place }: { values: FormValues; place: LooksPlace }) {
  // What is typed comes first, how it will look after it.
  const now = useDeferredValue(useTyped(FIELDS)) ?? values
  const { search, social, card, advice } = looksOf(now, place)
  return (
    <div className="editor-previews">
      <section aria-labelledby="looks-found" dir={card.direction}>
        <h2 id="looks-found">In a search</h2>
        <p className="editor-crumbs">
          <bdi>{place.siteName}</bdi>
          <small dir="ltr">{search.crumbs.join(' › ')}</small>
        </p>
        <p className="editor-found">
          <Shown cut={search.title} />
        </p>
        <p className="editor-found-words">
          <Shown cut={search.description} />
        </p>
      </section>
      <section aria-labelledby="looks-shared" dir={card.direction}>
        <h2 id="looks-shared">Where it is shared</h2>
        <div className="editor-share">
          <Card card={card} siteName={place.siteName} />
          <div>
            <small dir="ltr">{place.host}</small>
            <p className="editor-shared">
              <Shown cut={social.headline} />
            </p>
            <p className="editor-shared-words">
              <Shown cut={social.description} />
            </p>
          </div>
        </div>
      </section>
      {advice.length > 0 && (
        <ul className="editor-advice" aria-label="About the previews">
          {advice.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** A text as far as it is seen; the rest is for whoever points at it. */
function Shown({ cut: { shown, rest } }: { cut: Cut }) {
  return rest ? <span title={shown + rest}>{`${shown}…`}</span> : shown
}

/** The picture of the card that the paper draws (app/_components/cards/draw-card.tsx), in small. */
function Card({ card, siteName }: { card: SharedLooks['card']; siteName: string }) {
  const { picture, kicker, mood, headline, foot, size } = card
  return (
    <div className={`editor-card is-${mood}`}>
      <div>
        <p className="editor-card-site">{siteName}</p>
        <div>
          <p className="editor-card-kicker">{kicker}</p>
          <p className="editor-card-headline" style={{ fontSize: `${size / 12}cqw` }}>
            <Shown cut={headline} />
          </p>
        </div>
        <p className="editor-card-foot">{foot}</p>
      </div>
      {picture !== null && (
        // biome-ignore lint/performance/noImgElement: pictures of the desk come as they are
        <img src={paths.deskPicture(picture, '4:5')} alt="" loading="lazy" />
      )}
    </div>
  )
}
