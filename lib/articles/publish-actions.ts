'use server'

import { notFound, redirect } from 'next/navigation'
import { type FormState, faultsOf, refusal } from '../form-state'
import { paths } from '../paths'
import { requireStaff } from '../people/current-viewer'
import { Refused, type Viewer } from '../people/viewer'
import { getSite } from '../site/site-queries'
import { ArticleNotFound } from './article-record'
import { StaleRevision, WrongState } from './authority'
import { accept, bin, restore, sendBack, submit, withdraw } from './desk-commands'
import { ArticleLocked } from './editing/article-lock'
import { ChecksFailed } from './publish-gate'
import { orderOf, publishSchema } from './publish-input'
import { kill, publish, reinstate, schedule, unpublish, unschedule } from './publishing-commands'
import { awaitReceipt, fetchAgain } from './receipts/receipt-commands'

/** How long, in milliseconds, whoever publishes waits to see that every address is fresh. */
const PATIENCE = 1_000

/** Publishes an article, schedules it, or puts what the desk changed before its readers. */
export async function publishAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('article'))
  const viewer = await requireStaff(paths.publishSheet(id))
  const { zone } = await getSite()
  const parsed = publishSchema(zone, new Date()).safeParse(Object.fromEntries(form))
  if (!parsed.success) return faultsOf(parsed.error, form)
  const { when, at } = parsed.data
  const isLater = when === 'at' && at !== null
  const order = orderOf(parsed.data)
  const problem = await attempt(() => (isLater ? schedule(viewer, id, at, order) : publish(viewer, id, order)))
  if (problem) return refusal(problem.words, form, problem.field)
  await awaitReceipt(id, PATIENCE)
  redirect(paths.publishSheet(id, `done=${isLater ? 'scheduled' : parsed.data.kind ? 'updated' : 'published'}`))
}

type Mover = (viewer: Viewer, id: number, base: number, words: string) => Promise<void>

/** The moves of one button each, and what is said when they are done. */
const MOVERS: Record<string, { move: Mover; done: string; needsWords?: string }> = {
  submit: { move: (viewer, id, base) => submit(viewer, id, { base }), done: 'submitted' },
  withdraw: { move: (viewer, id, base) => withdraw(viewer, id, { base }), done: 'withdrawn' },
  return: {
    move: (viewer, id, base, words) => sendBack(viewer, id, words, { base }),
    done: 'sent-back',
    needsWords: 'Say what is still to be done.',
  },
  accept: { move: (viewer, id, base) => accept(viewer, id, { base }), done: 'ready' },
  unschedule: { move: (viewer, id, base) => unschedule(viewer, id, { base }), done: 'unscheduled' },
  unpublish: { move: (viewer, id, base) => unpublish(viewer, id, { base }), done: 'unpublished' },
  kill: {
    move: (viewer, id, base, words) => kill(viewer, id, words, { base }),
    done: 'killed',
    needsWords: 'Tell readers why it was withdrawn: these words stand at its address.',
  },
  reinstate: { move: (viewer, id, base) => reinstate(viewer, id, { base }), done: 'reinstated' },
  bin: { move: (viewer, id, base) => bin(viewer, id, { base }), done: 'binned' },
  restore: { move: (viewer, id, base) => restore(viewer, id, { base }), done: 'restored' },
}

/** Makes a move that takes no more than some words. Fields: article, base, move, words. */
export async function moveAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('article'))
  const viewer = await requireStaff(paths.publishSheet(id))
  const name = String(form.get('move'))
  const mover = Object.hasOwn(MOVERS, name) ? MOVERS[name] : undefined
  if (!mover) notFound()
  const words = String(form.get('words') ?? '').trim()
  if (mover.needsWords && words === '') return refusal(mover.needsWords, form, `${name}-words`)
  const problem = await attempt(() => mover.move(viewer, id, Number(form.get('base')), words.slice(0, 2000)))
  if (problem) return refusal(problem.words, form)
  await awaitReceipt(id, PATIENCE)
  redirect(paths.publishSheet(id, `done=${mover.done}`))
}

/** Fetches everything that depends on an article once more. Field: article. */
export async function fetchAgainAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('article'))
  const viewer = await requireStaff(paths.publishSheet(id))
  const problem = await attempt(() => fetchAgain(viewer, id))
  if (problem) return refusal(problem.words, form)
  await awaitReceipt(id, PATIENCE)
  redirect(paths.publishSheet(id, 'done=fetched'))
}

/** What kept a move from being made, in words; for whoever may not, there is nothing here. */
async function attempt(work: () => Promise<void>): Promise<{ words: string; field?: string } | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Refused || error instanceof ArticleNotFound) notFound()
    if (error instanceof ChecksFailed) return { words: error.message, field: 'waiver' }
    if (error instanceof StaleRevision || error instanceof WrongState || error instanceof ArticleLocked)
      return { words: error.message }
    throw error
  }
}
