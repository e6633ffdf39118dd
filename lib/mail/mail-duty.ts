import { join } from 'node:path'
import { and, asc, eq, gt, isNotNull, isNull, lt, lte, or } from 'drizzle-orm'
import { database, immediately } from '@/db/client'
import { mails } from '@/db/schema/mails'
import type { Environment } from '../env'
import { log } from '../log'
import type { Duty } from '../serving/scheduler'
import { getSite } from '../site/site-queries'
import { type Carrier, MailRefused, NoConnection, outboxCarrier, smtpCarrier } from './mail-carriers'
import { type Letter, messageOf } from './mail-message'

type Settings = Pick<Environment, 'siteUrl' | 'smtpUrl' | 'mailFrom' | 'dataDir'>
type Row = typeof mails.$inferSelect

const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 86_400_000
const LONGEST_WAIT = 60 * MINUTE
/** With the waits between them some eight hours. */
export const MOST_ATTEMPTS = 16
/** A mail that was claimed this long ago was being sent when the process ended. */
const CLAIM_LASTS = 10 * MINUTE
/** How long a mail server is left alone that could not be spoken with. */
const REST = 5 * SECOND
const AT_ONCE = 4
/** How long it is kept that a mail was sent, or why not. */
const REMEMBERED = 30 * DAY

/** The duty that hands mails on, to the mail server that is set or else to the outbox. The clock does not wait for it. */
export function deliverMail(settings: Settings): Duty {
  const carrier = settings.smtpUrl ? smtpCarrier(settings.smtpUrl) : outboxCarrier(join(settings.dataDir, 'outbox'))
  const stopping = new AbortController()
  let round: Promise<void> | null = null
  let restsUntil = 0
  let forgetsAt = 0
  return {
    name: 'deliver mail',
    run: async () => {
      // A clock that was set back must not lengthen the rest.
      if (restsUntil > Date.now() && restsUntil <= Date.now() + REST) return
      if (forgetsAt <= Date.now()) {
        forgetsAt = Date.now() + 60 * MINUTE
        await forgetOld()
      }
      round ??= deliverDue(settings, carrier, stopping.signal)
        .then((isReached) => {
          restsUntil = isReached ? 0 : Date.now() + REST
        })
        .catch((error: unknown) => log.error({ err: error }, 'delivering mail failed and will be tried again'))
        .finally(() => {
          round = null
        })
    },
    stop: async () => {
      stopping.abort()
      await round
      carrier.close()
    },
  }
}

/**
 * One round: delivers everything that is due, a few at a time.
 *
 * @returns false when the mail server could not be spoken with
 */
export async function deliverDue(settings: Settings, carrier: Carrier, signal: AbortSignal): Promise<boolean> {
  let isReached = true
  const worker = async () => {
    while (isReached && !signal.aborted) {
      const row = await claimNext()
      if (!row) return
      if (!(await deliver(row, settings, carrier))) isReached = false
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return isReached
}

/** Takes the oldest mail that is due, so that nobody else sends it. Moments far ahead are from before a clock was set back. */
async function claimNext(): Promise<Row | null> {
  const now = new Date()
  const waiting = and(isNull(mails.sentAt), isNull(mails.givenUpAt))
  const from = (milliseconds: number) => new Date(now.getTime() + milliseconds)
  const free = or(
    isNull(mails.claimedAt),
    lt(mails.claimedAt, from(-CLAIM_LASTS)),
    gt(mails.claimedAt, from(CLAIM_LASTS)),
  )
  const due = or(lte(mails.dueAt, now), gt(mails.dueAt, from(LONGEST_WAIT)))
  const [any] = await database()
    .select({ id: mails.id })
    .from(mails)
    .where(and(waiting, free, due))
    .limit(1)
  if (!any) return null
  return immediately(async (tx) => {
    const [next] = await tx
      .select({ id: mails.id, attempts: mails.attempts })
      .from(mails)
      .where(and(waiting, free, due))
      .orderBy(asc(mails.dueAt), asc(mails.id))
      .limit(1)
    if (!next) return null
    const [row] = await tx
      .update(mails)
      .set({ claimedAt: now, attempts: next.attempts + 1 })
      .where(eq(mails.id, next.id))
      .returning()
    return row ?? null
  })
}

/** @returns false when the mail server could not be spoken with */
async function deliver(row: Row, settings: Settings, carrier: Carrier): Promise<boolean> {
  if (row.expiresAt && row.expiresAt <= new Date()) {
    await giveUp(row, row.failure ? `It was too late. Before: ${row.failure}` : 'It was too late to be of use.')
    return true
  }
  try {
    const { name, language, contact } = await getSite()
    const sender = { name, language, contact, siteUrl: settings.siteUrl }
    await carrier.carry(messageOf({ ...row, content: row.content } as Letter, sender, settings.mailFrom), row.id)
  } catch (error) {
    const { message } = error as Error
    if (error instanceof MailRefused || row.attempts >= MOST_ATTEMPTS) await giveUp(row, message)
    else await putOff(row, message)
    return !(error instanceof NoConnection)
  }
  await record(row.id, { sentAt: new Date(), content: null, failure: null })
  return true
}

async function putOff({ id, attempts }: Row, failure: string): Promise<void> {
  const wait = Math.min(5 * SECOND * 2 ** attempts, LONGEST_WAIT)
  log.warn({ mail: id, attempts, failure }, 'a mail was not taken and will be tried again')
  await record(id, { claimedAt: null, dueAt: new Date(Date.now() + wait), failure: failure.slice(0, 500) })
}

async function giveUp({ id, attempts }: Row, failure: string): Promise<void> {
  log.error({ mail: id, attempts, failure }, 'a mail was given up')
  await record(id, { givenUpAt: new Date(), content: null, failure: failure.slice(0, 500) })
}

async function record(id: number, outcome: Partial<Row>): Promise<void> {
  await immediately(async (tx) => void (await tx.update(mails).set(outcome).where(eq(mails.id, id))))
}

/** Who was written to, and when, is nobody's business for ever. */
export async function forgetOld(): Promise<void> {
  const isOver = or(isNotNull(mails.sentAt), isNotNull(mails.givenUpAt))
  const isOld = lt(mails.createdAt, new Date(Date.now() - REMEMBERED))
  const [any] = await database().select({ id: mails.id }).from(mails).where(and(isOver, isOld)).limit(1)
  if (any) await immediately(async (tx) => void (await tx.delete(mails).where(and(isOver, isOld))))
}
