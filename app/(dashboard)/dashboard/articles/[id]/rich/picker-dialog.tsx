'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@/app/_components/newsroom/button'

/** A dialog over the text: the focus goes in, stays in, and comes back (APG, dialog). */
export function PickerDialog({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    if (!shown?.open) shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="rich-dialog"
      aria-label={title}
      onCancel={close}
      onInput={(event) => event.stopPropagation()}
    >
      <div className="rich-dialog-head">
        <h2>{title}</h2>
        <Button type="button" isSmall look="quiet" onClick={close}>
          Close
        </Button>
      </div>
      {children}
    </dialog>
  )
}
