'use client'

import { type DragEvent, type ReactNode, startTransition, useEffect, useRef, useState } from 'react'
import { moveCardToAction, placeStoryAction } from '@/lib/fronts/front-actions'

/** What a dragged card is called while it is carried, so that nothing else that is dragged is taken for one. */
const KIND = 'application/x-front-card'

/**
 * The cards of a container. Dragging one does what its buttons do (WCAG 2.5.7): it is only quicker.
 */
export function DraggableCards({
  front,
  container,
  children,
}: {
  front: string
  container: string
  children: ReactNode
}) {
  const [problem, setProblem] = useState<string | null>(null)
  const [isOver, setOver] = useState(false)
  const list = useRef<HTMLOListElement>(null)

  // Only once dragging does something; cards that come with a later answer too.
  useEffect(() => {
    for (const card of list.current?.querySelectorAll<HTMLElement>('[data-article]') ?? []) card.draggable = true
  })

  function begin(event: DragEvent<HTMLOListElement>) {
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-article]')
    if (!card) return
    event.dataTransfer.setData(KIND, JSON.stringify({ container, article: card.dataset.article }))
    event.dataTransfer.effectAllowed = 'move'
  }

  function over(event: DragEvent<HTMLOListElement>) {
    if (!event.dataTransfer.types.includes(KIND)) return
    event.preventDefault()
    setOver(true)
  }

  function drop(event: DragEvent<HTMLOListElement>) {
    setOver(false)
    const carried = event.dataTransfer.getData(KIND)
    if (!carried) return
    event.preventDefault()
    const card = JSON.parse(carried) as { container?: string; article: string }
    const form = new FormData()
    form.set('front', front)
    form.set('article', card.article)
    form.set('container', card.container ?? container)
    form.set('destination', `${container}:${positionAt(event.currentTarget, event.clientY, card.article)}`)
    startTransition(async () => {
      setProblem(await (card.container ? moveCardToAction : placeStoryAction)(null, form))
    })
  }

  return (
    <>
      {problem && (
        <p className="desk-error" role="alert">
          {problem}
        </p>
      )}
      <ol
        ref={list}
        className={isOver ? 'front-cards is-over' : 'front-cards'}
        onDragStart={begin}
        onDragOver={over}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {children}
      </ol>
    </>
  )
}

/** How many of the other cards lie above a height on the screen. */
function positionAt(list: HTMLElement, height: number, carried: string): number {
  const others = [...list.querySelectorAll<HTMLElement>('[data-article]')].filter(
    (card) => card.dataset.article !== carried,
  )
  return others.filter((card) => {
    const { top, bottom } = card.getBoundingClientRect()
    return height > (top + bottom) / 2
  }).length
}
