'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { isKeyForPage, KEYS, press, reject } from './queue-deeds'
import { useKeysWanted } from './use-keys-wanted'

/**
 * The queue by single keys, which can be switched off (WCAG 2.2, 2.1.4). They press what is on the page and do nothing that
 * cannot be done without them. After a decision the next comment in the list is looked at.
 *
 * @param comments the ids of those in the list, in their order
 */
export function QueueKeys({ comments }: { comments: number[] }) {
  const [isWanted, want] = useKeysWanted()
  const [isRejecting, setRejecting] = useState(false)
  const sheet = useRef<HTMLDialogElement>(null)
  const current = useRef<{ id: number; index: number } | null>(null)
  const list = comments.join()

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another list calls for another place in it
  useEffect(() => {
    const left = current.current
    if (!left) return
    if (comments.includes(left.id)) left.index = comments.indexOf(left.id)
    else look(comments[Math.min(left.index, comments.length - 1)])
  }, [list])

  function look(id: number | undefined) {
    const item = id !== undefined && document.querySelector<HTMLElement>(`[data-comment="${id}"]`)
    if (!item) return
    for (const other of document.querySelectorAll('.queue-comment[aria-current]')) other.removeAttribute('aria-current')
    item.setAttribute('aria-current', 'true')
    item.focus({ preventScroll: true })
    item.scrollIntoView({ block: 'nearest' })
    current.current = { id: id as number, index: comments.indexOf(id as number) }
  }

  useEffect(() => {
    if (isWanted === false) return
    const listen = (event: KeyboardEvent) => {
      if (!isKeyForPage(event)) return
      const index = comments.indexOf(current.current?.id ?? -1)
      const item = document.querySelector<HTMLElement>('.queue-comment[aria-current]')
      const { key } = event
      if (key === '?') sheet.current?.showModal()
      else if (key === 'j') look(comments[Math.min(index + 1, comments.length - 1)])
      else if (key === 'k') look(comments[Math.max(index - 1, 0)])
      else if (key === 'd' && item) setRejecting(true)
      else if (key === 'Escape' && isRejecting) setRejecting(false)
      else if (isRejecting && item && /^[1-6]$/.test(key)) {
        setRejecting(false)
        reject(item, key)
      } else if (!press(item, key)) return
      event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })

  if (isWanted === null) return null
  return (
    <div className="queue-keys">
      <p role="status">
        {isRejecting &&
          'Reject because of: 1 abuse, 2 off topic, 3 spam, 4 privacy, 5 illegal, 6 something else. Escape leaves it.'}
      </p>
      <Button type="button" look="quiet" isSmall onClick={() => sheet.current?.showModal()}>
        Keys
      </Button>
      <dialog ref={sheet} className="queue-sheet" aria-labelledby="keys-title">
        <h2 id="keys-title">Keys of the queue</h2>
        <dl>
          {KEYS.map(([key, words]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <label className="queue-mark-all">
          <input type="checkbox" checked={isWanted} onChange={(event) => want(event.target.checked)} />
          Use these keys on this device
        </label>
        <form method="dialog">
          <Button look="primary">Close</Button>
        </form>
      </dialog>
    </div>
  )
}
