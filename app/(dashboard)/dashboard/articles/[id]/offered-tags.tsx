'use client'

import { useEffect, useState } from 'react'
import { headlineTags } from '@/lib/tags/headline-tags'
import { fieldOf, setField, useTyped } from './form-fields'

/** The hashtags that the headline offers. With a script each is taken by a press. */
export function OfferedTags({ offered }: { offered: string[] }) {
  const [hasScript, setHasScript] = useState(false)
  useEffect(() => setHasScript(true), [])
  const typed = useTyped(['headline', 'language', 'tags'])
  const tags = typed ? headlineTags(typed.headline ?? '', typed.language) : offered
  const taken = new Set((typed?.tags ?? '').split(/[,\s]+/).map((tag) => tag.replace(/^#/, '').toLowerCase()))
  const left = tags.filter((tag) => !taken.has(tag.toLowerCase()))
  if (left.length === 0) return null
  const take = (names: string[]) => {
    const before = fieldOf('tags')?.value.trim().replace(/,$/, '') ?? ''
    setField('tags', [before, ...names.map((name) => `#${name}`)].filter(Boolean).join(', '))
  }
  return (
    <div className="editor-offered">
      <p className="desk-hint" id="offered">
        From the headline:
      </p>
      {hasScript ? (
        <ul aria-labelledby="offered">
          {left.map((tag) => (
            <li key={tag}>
              <button type="button" onClick={() => take([tag])}>
                <span className="unseen">Add </span>#{tag}
              </button>
            </li>
          ))}
          <li>
            <button type="button" onClick={() => take(left)}>
              Add all
            </button>
          </li>
        </ul>
      ) : (
        <p>{left.map((tag) => `#${tag}`).join(' ')}</p>
      )}
    </div>
  )
}
