'use client'

import { createContext, type ReactNode, useActionState, useContext } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { Notice } from '@/app/_components/newsroom/notice'
import { type FormState, NEW_FORM } from '@/lib/form-state'
import { DONE } from './done-words'

type Sent = { state: FormState; isPending: boolean }

const NOT_SENT: Sent = { state: NEW_FORM, isPending: false }
const Behind = createContext<Record<string, Sent>>({})

type Props = {
  id: string
  action: (before: FormState, form: FormData) => Promise<FormState>
  articleId: number
  children: ReactNode
}

/** A form whose fields stand in that of the article. A form stands in no other: this one stands behind it. */
export function FormBehind({ id, action, articleId, children }: Props) {
  const [state, act, isPending] = useActionState(action, NEW_FORM)
  const others = useContext(Behind)
  return (
    <Behind value={{ ...others, [id]: { state, isPending } }}>
      {children}
      <form id={id} action={act} hidden>
        <input type="hidden" name="article" value={articleId} />
      </form>
    </Behind>
  )
}

/** What became of the form behind, for the fields that name it. */
export function useFormBehind(id: string): Sent {
  return useContext(Behind)[id] ?? NOT_SENT
}

/** What was done by it, in words, where the page stays as it is and does not say so itself. */
export function DoneBehind({ id }: { id: string }) {
  const words = DONE[useFormBehind(id).state.done ?? '']
  return words ? <Notice tone="success">{words}</Notice> : null
}

/** Its button, and beside it what was done: where the page stays as it is, nothing else says so. */
export function SendBehind({ id, children }: { id: string; children: string }) {
  const { state, isPending } = useFormBehind(id)
  return (
    <div className="desk-row">
      <Button form={id} disabled={isPending}>
        {children}
      </Button>
      <p role="status">{DONE[state.done ?? '']}</p>
    </div>
  )
}
