'use client'

import { useState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import type { Block } from '@/lib/articles/article-body'
import { plainText } from '@/lib/articles/body-text'
import type { Clash } from '@/lib/articles/merge/merge-content'
import { CHOICES, type Choice, resolve } from '@/lib/articles/merge/resolve'
import { WordChanges } from '../word-changes'
import type { Decision } from './use-editing'

const WORDS: Record<Choice, string> = { theirs: 'Theirs', mine: 'Mine', both: 'Both' }

/** What two people changed, one after the other: theirs, mine, or both. Everything else is merged already. */
export function ClashView({ clash }: { clash: Decision }) {
  const [choices, setChoices] = useState<Record<number, Choice>>({})
  const isDecided = clash.clashes.every((_, at) => choices[at])
  const decide = () => {
    let content = clash.content
    for (const [at, one] of clash.clashes.entries()) content = resolve(content, one, choices[at] as Choice)
    clash.decide(content)
  }
  const who = clash.by ?? 'Somebody'
  return (
    <section className="desk-notice is-warning editor-clash" aria-label="Both changed the same words">
      <p role="alert">
        <strong>{`${who} changed the same words`}</strong>
      </p>
      <p>Everything else is merged. Nothing of yours is lost: it is on this device until you have chosen.</p>
      {clash.clashes.map((one, at) => (
        <fieldset key={one.is === 'block' ? one.id : one.field}>
          <legend>{one.is === 'block' ? 'In the text' : one.field}</legend>
          <WordChanges
            before={wordsOf(one, 'theirs')}
            after={wordsOf(one, 'mine')}
            names={[`${who} wrote`, 'You wrote']}
          />
          <div className="desk-row">
            {CHOICES.map((choice) => (
              <label key={choice} className="desk-check">
                <input
                  type="radio"
                  name={`clash-${at}`}
                  checked={choices[at] === choice}
                  onChange={() => setChoices((before) => ({ ...before, [at]: choice }))}
                />
                <span>{WORDS[choice]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p>
        <Button type="button" look="primary" disabled={!isDecided} onClick={decide}>
          Save this
        </Button>
      </p>
    </section>
  )
}

function wordsOf(clash: Clash, side: 'theirs' | 'mine'): string {
  const value = clash[side]
  if (value === null) return ''
  if (clash.is === 'block') return plainText(value as Block) || `(${(value as Block).type})`
  return typeof value === 'string' ? value : JSON.stringify(value)
}
