'use client'

import { useEffect, useState } from 'react'
import type { OwnArticle } from '@/lib/articles/desk/find-articles-sql'
import { type Piece, pieceAt, withPiece } from '@/lib/articles/editing/list-piece'
import { fieldOf, setField } from './form-fields'
import { useFound } from './rich/use-found'

type Known = 'tags' | 'authors' | 'articles'
/** What is written for something that is known, and what it is called. */
type Offered = { word: string; name: string }

type Props = {
  /** The field of several, and what stands between them. */
  field: 'tags' | 'bylines' | 'related'
  separator: ',' | '\n'
  known: Known
  label: string
}

const OFFERED: Record<Known, (found: never) => Offered> = {
  tags: (name: string) => ({ word: `#${name}`, name: `#${name}` }),
  authors: (name: string) => ({ word: name, name }),
  // A slug stands last in an address.
  articles: ({ headline, address }: OwnArticle) => ({
    word: address.slice(address.lastIndexOf('/') + 1),
    name: headline,
  }),
}

/** Fewer letters than these begin too many names. */
const LEAST = 2

/** What is known that begins as what somebody is typing does, to be taken by a press. Nothing without a script. */
export function Completions({ field, separator, known, label }: Props) {
  const [piece, setPiece] = useState<Piece | null>(null)
  useEffect(() => {
    const form = document.querySelector('form.editor')
    const hear = ({ target }: Event) => {
      // Every key in the text comes by here as well.
      if (!(target instanceof HTMLTextAreaElement) || target.name !== field) return
      setPiece(pieceAt(target.value, target.selectionStart, separator))
    }
    form?.addEventListener('input', hear)
    return () => form?.removeEventListener('input', hear)
  }, [field, separator])
  const words = piece?.words.replace(/^#/, '') ?? ''
  const found = useFound<never>(known, words.length < LEAST ? null : words)
  const offered = piece ? found.map(OFFERED[known]).filter(isMissing(field, separator)) : []
  const take = (word: string) => {
    const control = fieldOf(field)
    if (!piece || !(control instanceof HTMLTextAreaElement)) return
    // What colleagues save may have moved it.
    if (pieceAt(control.value, piece.end, separator).words !== piece.words) return setPiece(null)
    const { text, caret } = withPiece(control.value, piece, word, separator)
    setField(field, text)
    control.focus()
    control.setSelectionRange(caret, caret)
    setPiece(null)
  }
  return (
    <>
      <p className="unseen" role="status">
        {offered.length > 0 && `${label}: ${offered.length}`}
      </p>
      {offered.length > 0 && (
        <div className="editor-offered">
          <ul aria-label={label}>
            {offered.map(({ word, name }) => (
              <li key={word}>
                <button type="button" onClick={() => take(word)}>
                  <span className="unseen">Take </span>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

/** Whether the field has not what is offered already. */
function isMissing(field: string, separator: string): (offered: Offered) => boolean {
  const there = new Set((fieldOf(field)?.value ?? '').split(separator).map(bare))
  return ({ word }) => !there.has(bare(word))
}

function bare(name: string): string {
  return name.trim().replace(/^#/, '').toLowerCase()
}
