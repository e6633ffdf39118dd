'use client'

import { memo, useEffect, useRef, useState } from 'react'
import { Badge } from '@/app/_components/newsroom/badge'
import { type Finding, isBlocking } from '@/lib/articles/publish-checks'
import { Panel } from './panel'

/** What keeps the article from going out, and what to look at before it does; told once more when it is other than it was. */
export const Checks = memo(function Checks({ findings }: { findings: Finding[] }) {
  const words = wordsOf(findings)
  const tone = findings.some(isBlocking) ? 'danger' : 'warning'
  return (
    <>
      <Panel title="Checks" mark={findings.length > 0 ? { count: findings.length, words, tone } : null}>
        <p className="desk-hint">Of what is saved. They are made again when it goes out.</p>
        {findings.length === 0 ? (
          <p>Nothing to put right.</p>
        ) : (
          <ul className="editor-checks">
            {findings.map((finding) => (
              <li key={finding.key}>
                <Badge tone={isBlocking(finding) ? 'danger' : 'warning'}>
                  {isBlocking(finding) ? 'Blocks' : 'Look at'}
                </Badge>{' '}
                <a href={`#${finding.field}`}>{finding.words}</a>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <p className="unseen" role="status">
        {useChanged(`Checks: ${words}`)}
      </p>
    </>
  )
})

function wordsOf(findings: Finding[]): string {
  const blocking = findings.filter(isBlocking).length
  const others = findings.length - blocking
  const parts = [...(blocking > 0 ? [`${blocking} to put right`] : []), ...(others > 0 ? [`${others} to look at`] : [])]
  return parts.join(', ') || 'nothing to put right'
}

/** @returns words that changed since the page was opened; none before they do, as nobody is told what they can read */
function useChanged(words: string): string {
  const [changed, setChanged] = useState('')
  const before = useRef(words)
  useEffect(() => {
    if (before.current === words) return
    before.current = words
    setChanged(words)
  }, [words])
  return changed
}
