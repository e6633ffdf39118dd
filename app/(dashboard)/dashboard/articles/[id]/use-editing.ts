'use client'

import {
  type ComponentType,
  type FormEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { ArticleBody } from '@/lib/articles/article-body'
import { fieldsFrom, formValues } from '@/lib/articles/editing/article-form'
import type { DeskPicture } from '@/lib/articles/editing/desk-lookups'
import { DeviceCopies, type KeptCopy, nameTab } from '@/lib/articles/editing/device-copies'
import type { ArticleFormState } from '@/lib/articles/editing/form-state'
import type { Present } from '@/lib/articles/editing/presence'
import type { SaveAnswer } from '@/lib/articles/editing/save-answer'
import { type OpenClash, Saver, type SaverState, withCopy } from '@/lib/articles/editing/saver'
import type { ArticleContent } from '@/lib/articles/merge/merge-content'
import { isSame } from '@/lib/articles/merge/sameness'
import { paths } from '@/lib/paths'
import type { ArticleFormProps } from './article-form'
import { fieldOf } from './form-fields'

/** What the rich text lends to the saver once it stands. */
export type BodyHands = { read: () => ArticleBody; show: (body: ArticleBody) => void }

export type Decision = OpenClash & { decide: (content: ArticleContent) => void }
export type Offer = { kept: KeptCopy; now: ArticleContent; use: () => void; drop: () => void }

export type Editing = {
  state: SaverState
  others: Present[]
  copy: Offer | null
  clash: Decision | null
  /** The rich text, once it is loaded. */
  RichText: ComponentType<{ editing: Editing; pictures: DeskPicture[] }> | null
  body: ArticleBody
  attach: (hands: BodyHands | null) => void
  noteChange: () => void
  saveNow: () => void
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
  const { article, content, person, mayWrite, savedAt } = props
  const [state, setState] = useState<SaverState>({ is: 'saved', at: savedAt })
  const [others, setOthers] = useState<Present[]>([])
  const [clash, setClash] = useState<OpenClash | null>(null)
  const [copy, setCopy] = useState<Offer | null>(null)
  const [RichText, setRichText] = useState<Editing['RichText']>(null)
  const hands = useRef<BodyHands | null>(null)
  const saver = useRef<Saver | null>(null)
  const start = useRef({ revision: form.baseRevision, content })

  const read = useCallback((): ArticleContent => {
    const { body, ...was } = start.current.content
    const fields = fieldsFrom((name) => fieldOf(name)?.value ?? null, was)
    return { ...fields, body: hands.current?.read() ?? body }
  }, [])

  const show = useCallback((next: ArticleContent) => {
    const values = formValues(next)
    for (const [name, value] of Object.entries(values)) {
      const field = fieldOf(name)
      if (field && field.value.trim() !== value) field.value = value
    }
    hands.current?.show(next.body)
  }, [])

  useEffect(() => {
    if (!mayWrite) return
    let isHere = true
    void import('./rich-text').then(({ RichText: loaded }) => isHere && setRichText(() => loaded))
    return () => {
      isHere = false
    }
  }, [mayWrite])

  const begin = useCallback(async () => {
    const tab = await nameTab(article.id)
    const copies = new DeviceCopies(article.id, person.id, tab)
    const made = new Saver(start.current, {
      read,
      show,
      keep: (kept) => copies.keep(kept),
      tell: (told, open) => {
        setState(told)
        setClash(open)
      },
      send: (body, isLast) => send(article.id, body, isLast),
      newId: () => crypto.randomUUID(),
    })
    saver.current = made
    const [kept] = await copies.left().catch(() => [])
    if (kept) {
      const now = start.current.content
      if (isSame(kept.content, now)) void copies.drop(kept.key)
      else setCopy(offerOf(kept, now))
    }
    function offerOf(kept: KeptCopy, now: ArticleContent): Offer {
      const done = () => {
        setCopy(null)
        void copies.drop(kept.key)
      }
      const use = () => {
        show(withCopy(kept, now))
        done()
        made.noteChange()
      }
      return { kept, now, use, drop: done }
    }
    const speak = async (isLeaving = false) => {
      const said = { tab, isWriting: made.isDirty, revision: made.baseRevision, isLeaving }
      const init = { method: 'POST', body: JSON.stringify(said), keepalive: isLeaving }
      const answer = await fetch(paths.articlePresence(article.id), init).catch(() => null)
      if (!answer?.ok || answer.status === 204) return
      const heard = (await answer.json()) as { others: Present[]; revision: number; content: ArticleContent | null }
      setOthers(heard.others)
      if (heard.content) made.takeIn(heard.revision, heard.content)
    }
    const online = () => void made.saveNow('autosave')
    const leave = () => {
      made.saveLast()
      void speak(true)
    }
    const timer = setInterval(() => void speak(), HERE_EVERY)
    void speak()
    window.addEventListener('online', online)
    window.addEventListener('pagehide', leave)
    return () => {
      clearInterval(timer)
      made.stop()
      window.removeEventListener('online', online)
      window.removeEventListener('pagehide', leave)
    }
  }, [article.id, person.id, read, show])

  const isReady = RichText !== null
  useEffect(() => {
    if (!isReady) return
    const ending = begin()
    return () => void ending.then((end) => end())
  }, [isReady, begin])

  return {
    state,
    others,
    copy,
    RichText,
    body: content.body,
    clash: clash && { ...clash, decide: (decided) => void saver.current?.decide(decided) },
    attach: useCallback((next: BodyHands | null) => {
      hands.current = next
    }, []),
    noteChange: useCallback(() => saver.current?.noteChange(), []),
    saveNow: useCallback(() => void saver.current?.saveNow(), []),
    submit: useCallback(
      (event: FormEvent) => {
        // With a script the button saves in place; without, or before it runs, the form is sent.
        if (!saver.current || !element.current) return
        event.preventDefault()
        void saver.current.saveNow()
      },
      [element],
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

async function send(articleId: number, body: string, isLast: boolean): Promise<SaveAnswer> {
  const answer = await fetch(paths.articleSave(articleId), {
    ...{ method: 'POST', body, keepalive: isLast && body.length < 60_000 },
    headers: { 'content-type': 'application/json', accept: 'application/json' },
  })
  if (answer.status >= 500 || answer.status === 429) throw new Error(`The server answered ${answer.status}.`)
  const text = await answer.text()
  try {
    return JSON.parse(text) as SaveAnswer
  } catch {
    return {
      outcome: 'refused',
      words: text.slice(0, 300) || `the server answered ${answer.status}.`,
      field: null,
      sendWhole: false,
    }
  }
}
