import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'
import { listOf, type QueuePlace, queueAddress } from '@/lib/moderation/queue'
import { hasPane, rowOf } from './queue-deeds'

export type LookingThrough = {
  /** The comment that is marked in the list where there is no pane. */
  marked: number | null
  /** Where one is, for screen readers. */
  said: string
  /** The comment that a key is for: in the pane as soon as it is there, or else in the list; null for none by now. */
  item: () => HTMLElement | null
  /** Goes on by so many comments. */
  go: (steps: 1 | -1) => void
  /** Moves the focus into the comment that is marked. */
  enter: () => void
  /** Moves it back to the list. */
  leave: () => void
  /** Does something as soon as the pane has the comment that was gone to. */
  whenThere: (deed: () => void) => void
}

/**
 * Looks through the comments of a list one by one: each is opened in the pane, or marked where there is no room for one.
 * The focus stays on the side that it is on.
 *
 * @param comments the ids of those in the list, in their order
 */
export function useLooking(comments: number[], place: QueuePlace): LookingThrough {
  const router = useRouter()
  const { open } = place
  const [marked, setMarked] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const [isGoing, startGoing] = useTransition()
  // The same for what was pressed before and is done later.
  const isOnItsWay = useRef(false)
  const current = useRef<{ id: number; index: number } | null>(null)
  const isInPane = useRef(false)
  const waiting = useRef<(() => void) | null>(null)
  const shown = useRef(open)
  const list = comments.join()

  useEffect(() => {
    const note = (event: FocusEvent) => {
      const target = event.target as HTMLElement
      if (target.closest('.queue-pane')) isInPane.current = true
      else if (target.closest('.queue')) isInPane.current = false
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])

  function mark(id: number | undefined): boolean {
    const row = id === undefined ? null : rowOf(id)
    if (id === undefined || !row) return false
    for (const other of document.querySelectorAll('.queue-comment[aria-current]')) other.removeAttribute('aria-current')
    row.setAttribute('aria-current', 'true')
    row.scrollIntoView({ block: 'nearest' })
    const index = comments.indexOf(id)
    current.current = { id, index }
    setSaid(`Comment ${index + 1} of ${comments.length}, by ${row.dataset.by}.`)
    return true
  }

  /** Where there is no room for two panes, one comment is on view in the place of the list. */
  const opens = () => hasPane() || (open !== null && !place.isAlone)

  function look(id: number | undefined): void {
    waiting.current = null
    if (!mark(id) || id === undefined) return
    if (!opens()) setMarked(id)
    if (!isInPane.current || !opens()) rowOf(id)?.focus({ preventScroll: true })
    // Also back to the one in the pane, while another is on its way there.
    if (!opens() || (id === open && !isOnItsWay.current)) return
    isOnItsWay.current = true
    startGoing(() => router.replace(queueAddress({ ...listOf(place), open: id }), { scroll: false }))
  }

  const focusPane = () => document.getElementById('item-title')?.focus({ preventScroll: true })

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another comment, or another list, calls for anything
  useEffect(() => {
    isOnItsWay.current = isGoing
    // What arrives may have been overtaken by the next key.
    if (isGoing) return
    const isOther = open !== shown.current
    shown.current = open
    if (open !== null) {
      if (current.current?.id !== open || isOther) mark(open)
      current.current = { id: open, index: comments.indexOf(open) }
      if (isOther) {
        if (isInPane.current) focusPane()
        else rowOf(open)?.focus({ preventScroll: true })
      }
      waiting.current?.()
      waiting.current = null
      return
    }
    const left = current.current
    if (!left) return
    if (comments.includes(left.id)) left.index = comments.indexOf(left.id)
    else if (!opens()) look(comments[Math.min(left.index, comments.length - 1)])
  }, [list, open, isGoing])

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = (event.target as HTMLElement).closest<HTMLElement>('a[data-open]')
      const isOrdinary = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
      if (!link || !isOrdinary || !hasPane()) return
      event.preventDefault()
      isInPane.current = true
      if (Number(link.dataset.open) === open) focusPane()
      else look(Number(link.dataset.open))
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  })

  return {
    marked,
    said,
    item: () => {
      const item = document.querySelector<HTMLElement>('.queue-item')
      const id = current.current?.id ?? open
      if (place.isAlone) return item
      if (!opens()) return document.querySelector<HTMLElement>('.queue-comment[aria-current]')
      return item && !isOnItsWay.current && id !== null && item.dataset.comment === String(id) ? item : null
    },
    go: (steps) => {
      const index = comments.indexOf(current.current?.id ?? -1)
      look(comments[Math.min(Math.max(index + steps, 0), comments.length - 1)])
    },
    enter: () => {
      if (!opens()) return
      isInPane.current = true
      focusPane()
    },
    leave: () => {
      isInPane.current = false
      if (current.current) rowOf(current.current.id)?.focus()
    },
    whenThere: (deed) => {
      if (current.current && (isOnItsWay.current || current.current.id !== open)) waiting.current = deed
    },
  }
}
