'use client'

import type { FormValues } from '@/lib/articles/editing/article-form'
import { useTyped } from './form-fields'

const FIELDS = ['headline', 'standfirst', 'section', 'slug', 'seoTitle', 'seoDescription', 'socialHeadline']
/** As long as searches show of it, about. */
const SHOWN = { title: 60, description: 160 }

/** How the article will look in a search and where it is shared. */
export function SocialPreviews({ values, siteName }: { values: FormValues; siteName: string }) {
  const now = useTyped(FIELDS) ?? values
  const description = now.seoDescription || now.standfirst || ''
  return (
    <div className="editor-previews">
      <section aria-label="In a search">
        <p className="desk-hint">{`${siteName} › ${now.section} › ${now.slug || '…'}`}</p>
        <p className="editor-found">{cut(`${now.seoTitle || now.headline || 'Headline'}`, SHOWN.title)}</p>
        <p>{cut(description, SHOWN.description)}</p>
      </section>
      <section aria-label="Where it is shared">
        <p className="editor-shared">{now.socialHeadline || now.headline || 'Headline'}</p>
        <p>{cut(description, SHOWN.description)}</p>
        <p className="desk-hint">{siteName}</p>
      </section>
    </div>
  )
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text
}
