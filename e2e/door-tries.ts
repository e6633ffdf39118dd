import { join } from 'node:path'
import sharp from 'sharp'
import { unsafeReadingConnection } from '@/db/client'
import { personSections } from '@/db/schema/staff'
import { eachAtOnce } from '@/lib/at-once'
import { reportComment } from '@/lib/comments/response-commands'
import { storeMedia } from '@/lib/media/media-commands'
import { MediaStore } from '@/lib/media/media-store'
import { openSession } from '@/lib/people/session-commands'
import { unsafeOperator } from '@/lib/people/viewer'
import { write } from '@/lib/write'
import { EVERYONE, type Known, type Line, type Rule, type Who } from './authorization-matrix'
import { ada, bex, castId, ed, mo, remy, sessionSecretOf, somebody, viewerOf, wren } from './cast'
import { say } from './conversation'
import { test as base } from './fixtures'
import type { Newsroom } from './newsroom'
import type { RunningServer } from './server'

type Tried = { at: Known; cookies: Record<Who, string> }

/** Tests that have something to try doors on, and the cookies of everyone who tries. */
export const test = base.extend<object, { tried: Tried }>({
  tried: [
    async ({ newsroom, server }, use) => {
      const at = await furnish(newsroom, server)
      await use({ at, cookies: await cookiesOf(at) })
    },
    { scope: 'worker' },
  ],
})

/** Requests that are under way at once. */
const AT_ONCE = 8

export type Answer = { status: number; location: string; headers: Headers; text: string }
export type Try = {
  who: Who
  address: string
  init?: RequestInit
  /** What is wrong with the answer, in words; null for nothing. */
  expects: (answer: Answer) => string | null
}

const pluck = (query: string, ...given: unknown[]) =>
  unsafeReadingConnection()
    .prepare(query)
    .pluck()
    .get(...given) as number

/** How many deeds are in the audit log. */
export const lineCount = () => pluck('select count(*) from audit')

/** Makes what the doors are tried on; nothing of it stands in the section of those who are limited. */
async function furnish(newsroom: Newsroom, server: RunningServer): Promise<Known> {
  const name = `tried-${Math.random().toString(36).slice(2)}`
  const { id: article } = await newsroom.publishArticle({ section: 'news', tags: [name] })
  const comment = await say(somebody(), article, 'The lantern is lit.')
  const complaint = { id: comment, reason: 'legal' as const, details: 'Section 4.', isIllegal: true }
  const { reportId: report } = await reportComment(await viewerOf(somebody()), complaint)
  const background = { r: Math.floor(Math.random() * 256), g: Math.floor(Math.random() * 256), b: article % 256 }
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer()
  const store = new MediaStore(join(server.dataDir, 'media'))
  const picture = await storeMedia(unsafeOperator(), store, { bytes, name: `${name}.jpg`, alt: 'One colour' })
  return {
    ...{ person: await castId(somebody()), article, comment, report, picture },
    tag: pluck('select id from tags where name = ?', name),
    section: pluck("select min(id) from sections where slug <> 'news'"),
  }
}

/** The cookie of everyone who comes to a door. */
async function cookiesOf({ section }: Known): Promise<Record<Who, string>> {
  const limited = async (role: 'moderator' | 'editor') => {
    const person = somebody({ role })
    const personId = await castId(person)
    await write((tx) => tx.insert(personSections).values({ personId, sectionId: section }))
    return sessionSecretOf(person)
  }
  const secrets: Record<Exclude<Who, 'nobody'>, string> = {
    banned: await sessionSecretOf(bex),
    'unproven admin': await unprovenSecret(),
    commenter: await sessionSecretOf(remy),
    author: await sessionSecretOf(wren),
    moderator: await sessionSecretOf(mo),
    'moderator elsewhere': await limited('moderator'),
    editor: await sessionSecretOf(ed),
    'editor elsewhere': await limited('editor'),
    admin: await sessionSecretOf(ada),
  }
  const cookies = Object.entries(secrets).map(([who, secret]) => [who, `session=${secret}; signed-in=1`])
  return { ...Object.fromEntries(cookies), nobody: '' }
}

/** The session of an admin who has a password and nothing else. */
async function unprovenSecret(): Promise<string> {
  const id = await castId(somebody({ role: 'admin' }))
  return write(async (tx) => (await openSession(tx, id, { device: 'Chrome on Linux', networkHash: '' })).secret)
}

export function isOpenTo(may: Rule, who: Who): boolean {
  if (may === 'public') return true
  return may === 'own' ? who !== 'nobody' && who !== 'banned' : may.includes(who)
}

export const othersThan = ({ may }: Pick<Line, 'may'>): Who[] => EVERYONE.filter((who) => !isOpenTo(may, who))

/** Where whoever may not come in is sent: to sign in, or to set up what signing in asks for. */
const ELSEWHERE = /^(?:https?:\/\/[^/]+)?\/(?:sign-in|account\/security)(?:[?/]|$)/

const isSentElsewhere = ({ status, location }: Answer) => [302, 303, 307].includes(status) && ELSEWHERE.test(location)

/** Answered with nothing of one's own, but with why one may not. */
export function toldNothing({ status, text }: Answer): string | null {
  const told = status === 200 ? Object.entries(JSON.parse(text)) : []
  const isNothing = told.length === 1 && told.every(([name, value]) => name === 'barred' || value === null)
  return isNothing ? null : `is not told nothing: ${status} ${text.slice(0, 200)}`
}

/** Sent elsewhere, or told that there is nothing, or that it may not be; what is wrong, in words, if it is neither. */
export function refused(answer: Answer): string | null {
  const { status, location } = answer
  // What is sent in a form that a route reads as JSON alone, or the other way round, is not even read.
  return isSentElsewhere(answer) || [400, 401, 403, 404, 415].includes(status)
    ? null
    : `is not refused: ${status} ${location}`
}

export function opened(answer: Answer): string | null {
  const { status, location } = answer
  return status < 400 && !isSentElsewhere(answer) ? null : `is not opened: ${status} ${location}`
}

/** Tries each, and gives what was wrong, a line each. */
export async function wrongAmong(url: string, cookies: Record<Who, string>, tries: Try[]): Promise<string[]> {
  const complaints = await eachAtOnce(tries, AT_ONCE, async ({ who, address, init, expects }) => {
    const headers = { cookie: cookies[who], 'sec-fetch-site': 'same-origin', ...init?.headers }
    const response = await fetch(url + address, { ...init, headers, redirect: 'manual' })
    const { status, headers: told } = response
    const location = told.get('location') ?? ''
    const complaint = expects({ status, location, headers: told, text: await response.text() })
    return complaint && `${init?.method ?? 'GET'} ${address} for ${who} ${complaint}`
  })
  return complaints.filter((complaint) => complaint !== null).sort()
}
