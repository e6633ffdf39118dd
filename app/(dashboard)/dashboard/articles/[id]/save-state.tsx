'use client'

import { useEffect, useRef, useState } from 'react'
import type { SaverState } from '@/lib/articles/editing/saver'
import { formatClock, type Place } from '@/lib/dates'

/** How often the state is read out, in milliseconds. */
const READ_OUT_EVERY = 60_000

const SIGNS = { unsaved: '●', saving: '…', saved: '✓', offline: '⚠', paused: '⏸', refused: '⚠' } as const

/** Whether what was typed is safe, and where. It stays; it does not flash. */
export function SaveState({ state, place }: { state: SaverState; place: Place }) {
  const words = wordsOf(state, place)
  const [readOut, setReadOut] = useState('')
  const last = useRef(0)
  useEffect(() => {
    const wait = Math.max(0, last.current + READ_OUT_EVERY - Date.now())
    const timer = setTimeout(() => {
      last.current = Date.now()
      setReadOut(words)
    }, wait)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <>
      <p className={`editor-state is-${state.is}`} data-state={state.is}>
        <span aria-hidden="true">{SIGNS[state.is]}</span> {words}
      </p>
      <p className="unseen" role="status">
        {readOut}
      </p>
    </>
  )
}

function wordsOf(state: SaverState, place: Place): string {
  switch (state.is) {
    case 'unsaved':
      return 'Not saved yet'
    case 'saving':
      return 'Saving…'
    case 'saved':
      return `Saved ${formatClock(new Date(state.at), place)}`
    case 'offline':
      return 'Offline — kept on this device'
    case 'paused':
      return `Autosave paused — ${state.by ?? 'somebody'} saved a newer version`
    case 'refused':
      return `Not saved — ${state.words}`
  }
}
