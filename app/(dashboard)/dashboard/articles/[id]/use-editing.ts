'use client'

import {
  type FormEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { ArticleBody } from '@/lib/articles/article-body'
import { DeviceCopies } from '@/lib/articles/editing/device-copies'
import type { ArticleFormState } from '@/lib/articles/editing/form-state'
import type { PresenceAnswer, Present } from '@/lib/articles/editing/presence'
import { type OpenClash, Saver, type SaverState } from '@/lib/articles/editing/saver'
import type { ArticleContent } from '@/lib/articles/merge/merge-content'
import { isSame } from '@/lib/articles/merge/sameness'
import type { Finding } from '@/lib/articles/publish-checks'
import { paths } from '@/lib/paths'
import { type AfterFrame, afterFrame } from './after-frame'
import type { ArticleFormProps } from './article-form'
import { type Offer, offerCopies } from './copy-offers'
import { isField, readFields, showFields } from './form-fields'
import { sendSave } from './send-save'
import { useChecks } from './use-checks'

/** What the rich text lends to the saver once it stands. */
export type BodyHands = { read: () => ArticleBody; show: (body: ArticleBody) => void }

export type Decision = OpenClash & { decide: (content: ArticleContent) => void }

/** What the rich text is given: the same for as long as the page is open, so that it is not drawn anew with every save. */
export type Writing = {
  body: ArticleBody
  attach: (hands: BodyHands | null) => void
  noteChange: () => void
  saveNow: () => void
}

export type Editing = {
  state: SaverState
  others: Present[]
  copy: Offer | null
  clash: Decision | null
  /** What the checks say of what is saved. */
  checks: Finding[]
  /** A script runs, and what is written is written in the text as it will look. */
  isLive: boolean
  writing: Writing
  /** Something was typed in a field. */
  noteTyped: (event: FormEvent) => void
  submit: (event: FormEvent) => void
  /** A link to a page that shows what is saved: it waits until everything is. */
  follow: (event: MouseEvent<HTMLAnchorElement>) => void
}

/** How often one says that one is there, in milliseconds. */
const HERE_EVERY = 15_000

/** What a script makes of the form: it saves by itself, keeps copies, and knows who else is in. */
export function useEditing(
  props: ArticleFormProps,
  form: ArticleFormState,
  element: RefObject<HTMLFormElement | null>,
): Editing {
  const { article, content, person, mayWrite, savedAt, isPlain } = props
  const [state, setState] = useState<SaverState>({ is: 'saved', at: savedAt })
  const [others, setOthers] = useState<Present[]>([])
  const [clash, setClash] = useState<OpenClash | null>(null)
  const [copy, setCopy] = useState<Offer | null>(null)
  const [isLive, setIsLive] = useState(false)
  const { checks, takeChecks } = useChecks({ revision: props.start.baseRevision, checks: props.findings })
  const hands = useRef<BodyHands | null>(null)
  const saver = useRef<Saver | null>(null)
  const noting = useRef<AfterFrame | null>(null)
  const leaving = useRef<(() => void) | null>(null)
  const start = useRef({ revision: form.baseRevision, content })

  const read = useCallback((): ArticleContent => {
    const { content } = start.current
    return { ...readFields(content), body: hands.current?.read() ?? content.body }
  }, [])

  const show = useCallback((next: ArticleContent) => {
    showFields(next, start.current.content)
    hands.current?.show(next.body)
  }, [])

  // At once, so that no frame is drawn between the form and the text.
  useLayoutEffect(() => setIsLive(mayWrite && !isPlain), [mayWrite, isPlain])

  const begin = useCallback(() => {
    const tab = crypto.randomUUID()
    const copies = new DeviceCopies(article.id, person.id, tab)
    const made = new Saver(start.current, {
      read,
      show,
      keep: (kept) => copies.keep(kept),
      // It is told with every change: nothing is drawn anew for what is known.
      tell: (told, open) => {
        setState((before) => (isSame(before, told) ? before : told))
        setClash(open)
      },
      send: async (body, isLast) => {
        const answer = await sendSave(article.id, body, isLast)
        if (answer.outcome === 'saved') takeChecks(answer)
        return answer
      },
      newId: () => crypto.randomUUID(),
    })
    saver.current = made
    // A key is on the screen first, and is noted then.
    const noted = afterFrame(() => made.noteChange())
    noting.current = noted
    leaving.current = () => {
      noted.finish()
      made.leave()
      copies.leave()
    }
    // What a browser fills in again after a reload would look as if it were typed; the device's copy is offered instead.
    element.current?.setAttribute('autocomplete', 'off')
    // Whoever is fast has typed in the text meanwhile.
    if (!isSame(read(), start.current.content)) made.noteChange()
    void offerCopies(copies, { read, show, noteChange: () => made.noteChange() }, setCopy)
    const speak = async (isLeaving = false) => {
      const said = { tab, isWriting: made.isDirty, revision: made.baseRevision, isLeaving }
      const init = { method: 'POST', body: JSON.stringify(said), keepalive: isLeaving }
      const answer = await fetch(paths.articlePresence(article.id), init).catch(() => null)
      if (!answer?.ok || answer.status === 204) return
      const heard = (await answer.json()) as PresenceAnswer
      takeChecks(heard)
      setOthers((before) => (isSame(before, heard.others) ? before : heard.others))
      if (heard.content) made.takeIn(heard.revision, heard.content)
    }
    const online = () => void made.saveNow('autosave')
    const hide = () => document.hidden && noted.finish()
    const leave = () => {
      noted.finish()
      made.saveLast()
      void speak(true)
    }
    const timer = setInterval(() => void speak(), HERE_EVERY)
    void speak()
    window.addEventListener('online', online)
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      clearInterval(timer)
      made.stop()
      copies.leave()
      window.removeEventListener('online', online)
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [article.id, person.id, element, read, show, takeChecks])

  useEffect(() => {
    if (!isLive) return
    return begin()
  }, [isLive, begin])

  // Where the browser's page stays and this does not, nobody is told that it goes away. The fields are still there now.
  useLayoutEffect(() => () => leaving.current?.(), [])

  const attach = useCallback((next: BodyHands | null) => {
    hands.current = next
  }, [])
  const noteChange = useCallback(() => noting.current?.ask(), [])
  const saveNow = useCallback(() => {
    noting.current?.finish()
    void saver.current?.saveNow()
  }, [])
  const { body } = content
  return {
    ...{ state, others, copy, isLive, checks },
    writing: useMemo(() => ({ body, attach, noteChange, saveNow }), [body, attach, noteChange, saveNow]),
    clash: clash && { ...clash, decide: (decided) => void saver.current?.decide(decided) },
    noteTyped: useCallback((event: FormEvent) => isField(event.target) && noteChange(), [noteChange]),
    submit: useCallback(
      (event: FormEvent) => {
        // With a script the button saves in place; without, or before it runs, the form is sent.
        if (!saver.current || !element.current) return
        event.preventDefault()
        saveNow()
      },
      [element, saveNow],
    ),
    follow: useCallback((event: MouseEvent<HTMLAnchorElement>) => {
      const isOrdinary = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
      if (!isOrdinary || !saver.current?.isDirty) return
      event.preventDefault()
      const { href } = event.currentTarget
      void saver.current.saveAll().then((isSaved) => isSaved && window.location.assign(href))
    }, []),
  }
}
