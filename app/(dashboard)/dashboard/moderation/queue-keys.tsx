'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import type { QueuePlace } from '@/lib/moderation/queue'
import { LookingInList } from './looking'
import { isForComment, isKeyForPage, KEYS, leaveField, press, pressOnPage, reject } from './queue-deeds'
import { useKeysWanted } from './use-keys-wanted'
import { useLooking } from './use-looking'

type Props = {
  /** The ids of the comments in the list, in their order. */
  comments: number[]
  place: QueuePlace
}

/**
 * The queue by single keys, which can be switched off (WCAG 2.2, 2.1.4). They press what is on the page and do nothing that
 * cannot be done without them. After a decision the next comment in the list is looked at.
 */
export function QueueKeys({ comments, place }: Props) {
  const [isWanted, want] = useKeysWanted()
  // The comment for which a reason is asked; what follows is for no other.
  const [rejecting, setRejecting] = useState<string | null>(null)
  const sheet = useRef<HTMLDialogElement>(null)
  const { marked, said, item, go, enter, leave, whenThere } = useLooking(comments, place)

  useEffect(() => {
    // The letters stand on the buttons where they do something.
    document.body.toggleAttribute('data-keys', isWanted === true)
    return () => void document.body.removeAttribute('data-keys')
  }, [isWanted])

  useEffect(() => {
    if (isWanted === false) return
    const withItem = (key: string): boolean => {
      const looked = item()
      // It is pressed for the comment that is gone to, which is on its way: by then a field may take the letter.
      if (!looked) {
        whenThere(() => withItem(key))
        return isForComment(key)
      }
      // What somebody else looks at is not to be decided on.
      if (key === 'd' && looked.querySelector('fieldset:disabled')) return false
      if (key === 'd') setRejecting(looked.dataset.comment ?? null)
      return key === 'd' || press(looked, key)
    }
    const listen = (event: KeyboardEvent) => {
      if (leaveField(event)) return event.preventDefault()
      if (!isKeyForPage(event)) return
      const { key } = event
      const looked = item()
      const isRejecting = rejecting !== null && looked?.dataset.comment === rejecting
      // A digit may need another key to be held.
      if (key.length === 1 || key === 'Escape') setRejecting(null)
      if (key === '?') sheet.current?.showModal()
      else if (key === 'j') go(1)
      else if (key === 'k') go(-1)
      else if (key === 'z') {
        // In the place of the list that goes away.
        if (pressOnPage(key)) enter()
      } else if (key === 'Escape' && isRejecting) event.preventDefault()
      else if (key === 'Escape' && (event.target as HTMLElement).closest('.queue-pane')) leave()
      else if (key === 'Enter' && (event.target as HTMLElement).matches('.queue-comment')) enter()
      else if (isRejecting && looked && /^[1-6]$/.test(key)) reject(looked, key)
      else if (!pressOnPage(key) && !withItem(key)) return
      event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })

  if (isWanted === null) return null
  return (
    <div className="queue-keys">
      {marked !== null && <LookingInList id={marked} />}
      <p role="status" className="unseen">
        {said}
      </p>
      <p role="status" className="queue-reasons">
        {rejecting !== null && (
          <>
            Reject because of: <kbd>1</kbd> abuse, <kbd>2</kbd> off topic, <kbd>3</kbd> spam, <kbd>4</kbd> privacy,{' '}
            <kbd>5</kbd> illegal, <kbd>6</kbd> something else. <kbd>Esc</kbd> leaves it.
          </>
        )}
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
