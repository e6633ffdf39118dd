'use client'

import { useState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { plainText } from '@/lib/articles/body-text'
import type { ArticleContent } from '@/lib/articles/merge/merge-content'
import { formatMoment, type Place } from '@/lib/dates'
import { WordChanges } from '../word-changes'
import type { Offer } from './copy-offers'

/** What this device has and the server has not: shown before it is used, and never used by itself. */
export function CopyOffer({ copy, place }: { copy: Offer; place: Place }) {
  const [isOpen, setIsOpen] = useState(false)
  const when = formatMoment(new Date(copy.kept.at), place)
  return (
    <section className="desk-notice is-warning" aria-label="Text on this device">
      <p role="alert">
        <strong>{`This device has text of ${when} that was not saved`}</strong>
      </p>
      {isOpen && (
        <WordChanges before={textOf(copy.now)} after={textOf(copy.kept.content)} names={['Saved', 'On this device']} />
      )}
      <p className="desk-row">
        <Button type="button" isSmall aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? 'Hide the difference' : 'Show the difference'}
        </Button>
        <Button type="button" isSmall look="primary" onClick={copy.use}>
          Put it in
        </Button>
        <Button type="button" isSmall look="danger" onClick={copy.drop}>
          Throw it away
        </Button>
      </p>
    </section>
  )
}

function textOf({ headline, standfirst, body }: ArticleContent): string {
  return [headline, standfirst, plainText(body)].filter(Boolean).join('\n\n')
}
