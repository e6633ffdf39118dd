import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { database, unsafeReadingConnection } from '@/db/client'
import { referencesTo } from '@/db/references'
import { comments, commentTexts, mutes } from '@/db/schema/comments'
import { mails } from '@/db/schema/mails'
import { oneTimeTokens, people, sessions } from '@/db/schema/people'
import { deletions, personalExports } from '@/db/schema/personal-data'
import { createArticle } from '../articles/article-commands'
import { publish } from '../articles/publishing-commands'
import { audit } from '../audit/audit-commands'
import { placeNew } from '../comments/comment-state'
import { notify } from '../notifications/notification-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { PersonRefused } from '../people/person-refused'
import { openSession } from '../people/session-commands'
import { findSigned } from '../people/session-queries'
import { type Role, unsafeOperator, unsafeViewer, type Viewer } from '../people/viewer'
import { follow } from '../saved/follow-commands'
import { saveArticle } from '../saved/saved-commands'
import { saveSection } from '../site/site-commands'
import { write } from '../write'
import { askForDeletion, deleteDue, GRACE, keepAccount, NAMELESS } from './deletion-commands'
import { getDeletion } from './deletion-queries'
import { askForExport, exportsFolder, packNext, READY_FOR, removeExpired } from './export-commands'
import { getExportState } from './export-queries'
import { PERSONAL_TABLES } from './personal-tables'

const operator = unsafeOperator()

let fresh: FreshDatabase
let articleId: number
let remy: Viewer
let settings: { siteUrl: string; dataDir: string }

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] })
  fresh = openFreshDatabase()
  settings = { siteUrl: 'https://news.example', dataDir: fresh.dataDir }
  await saveSection(operator, { slug: 'world', name: 'World' })
  articleId = (await createArticle(operator, { section: 'world', language: 'en', headline: 'The dam holds' })).id
  await publish(operator, articleId)
  remy = await person('Remygius Canary')
})

afterEach(async () => {
  vi.useRealTimers()
  await fresh.close()
})

async function person(name: string, role: Role = 'commenter') {
  const email = `${name.replace(' ', '.')}@Reader.example`
  const values = {
    name,
    email,
    mailbox: email.toLowerCase(),
    role,
    verifiedAt: new Date(),
    passwordHash: '$argon2id$kept',
  }
  const [row] = await write((tx) => tx.insert(people).values(values).returning())
  const id = row?.id as number
  const session = await write((tx) => openSession(tx, id, { device: 'Firefox on Linux', networkHash: 'a-network' }))
  return { ...unsafeViewer({ id, name, role, sessionId: session.id }), secret: session.secret }
}

async function comment(by: Viewer, more: Partial<typeof comments.$inferInsert> = {}) {
  return write(async (tx) => {
    const row = {
      articleId,
      personId: by.personId,
      signature: by.name,
      body: 'What I said.',
      state: 'approved' as const,
    }
    const [made] = await tx
      .insert(comments)
      .values({ ...row, ...more })
      .returning()
    await placeNew(tx, made?.id as number)
    return made as typeof comments.$inferSelect
  })
}

const row = async (id: number) => (await database().select().from(comments).where(eq(comments.id, id)))[0]
const sent = async () => (await database().select().from(mails)).map(({ subject }) => subject)

/** Every text that the database holds. */
function everything(): string {
  const connection = unsafeReadingConnection()
  const tables = connection.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
  return tables.map((name) => JSON.stringify(connection.prepare(`select * from "${name}"`).all())).join('\n')
}

describe('what the database knows of people', () => {
  const references = referencesTo(people)

  it('is exported, or left out for a reason, column by column', () => {
    expect(references.map(({ name }) => name).filter((name) => !(name in PERSONAL_TABLES))).toEqual([])
    const known = new Set(references.map(({ name }) => name))
    expect(Object.keys(PERSONAL_TABLES).filter((name) => !known.has(name))).toEqual([])
  })

  it('goes with them, or points at nobody afterwards', () => {
    const others = references.filter(({ onDelete }) => onDelete !== 'cascade' && onDelete !== 'set null')
    expect(others.map(({ name }) => name)).toEqual([])
  })
})

describe('a deletion', () => {
  it('is told by mail, signs out everywhere else, and leaves seven days', async () => {
    const elsewhere = await write((tx) => openSession(tx, remy.personId as number, { device: 'x', networkHash: '' }))
    const dueAt = await askForDeletion(remy, 'keep')
    expect(dueAt.getTime() - Date.now()).toBe(GRACE)
    expect(await getDeletion(remy)).toMatchObject({ dueAt, comments: 'keep' })
    expect(await findSigned(elsewhere.secret)).toBeNull()
    expect(await findSigned((remy as never as { secret: string }).secret)).not.toBeNull()
    expect(await sent()).toEqual(['Your account will be deleted'])
    vi.setSystemTime(dueAt.getTime() - 1000)
    await deleteDue()
    expect(await getDeletion(remy)).not.toBeNull()
  })

  it('can be thought better of until it is done, and changes nothing then', async () => {
    const { id } = await comment(remy)
    const dueAt = await askForDeletion(remy, 'remove')
    expect([await keepAccount(remy), await keepAccount(remy)]).toEqual([true, false])
    vi.setSystemTime(dueAt.getTime() + 1000)
    await deleteDue()
    expect(await row(id)).toMatchObject({ personId: remy.personId, body: 'What I said.', deletedAt: null })
    expect(await sent()).toEqual(['Your account will be deleted', 'Your account stays'])
  })

  it.each(['remove', 'keep'] as const)('that is to %s comments leaves nothing of the person', async (fate) => {
    const sam = await person('Sam Stays')
    const mine = await comment(remy, { appeal: 'Remygius Canary appeals.' })
    const answer = await comment(sam, { parentId: mine.id, threadId: mine.id, depth: 1 })
    await write(async (tx) => {
      const texts = { commentId: mine.id, revision: 1, body: 'Signed, Remygius Canary' }
      await tx.insert(commentTexts).values(texts)
      await tx.insert(mutes).values({ personId: sam.personId as number, mutedId: remy.personId as number })
      await notify(tx, { personId: remy.personId as number, kind: 'reply', commentId: answer.id })
      await audit(tx, remy, { action: 'person.password', subject: `person:${remy.personId}` })
    })
    await saveArticle(remy, articleId)
    await follow(remy, { kind: 'section', slug: 'world' })
    const { secret } = remy as never as { secret: string }
    const dueAt = await askForDeletion(remy, fate)
    vi.setSystemTime(dueAt.getTime() + 1000)
    await deleteDue()
    await deleteDue()
    expect(await findSigned(secret)).toBeNull()
    const last = await database().select().from(mails)
    expect(last).toMatchObject([{ subject: 'Your account is deleted', recipient: 'Remygius.Canary@Reader.example' }])
    await write(async (tx) => void (await tx.delete(mails)))
    if (fate === 'keep') await write((tx) => tx.update(comments).set({ appeal: null }).where(eq(comments.id, mine.id)))
    expect(everything()).not.toMatch(/canary/i)
    expect(unsafeReadingConnection().pragma('foreign_key_check')).toEqual([])
    const left = await row(mine.id)
    expect(left).toMatchObject({ personId: null, signature: NAMELESS, listedAs: 'thread' })
    if (fate === 'remove') expect(left).toMatchObject({ body: '', deletedAt: expect.any(Date) })
    else expect(left).toMatchObject({ body: 'What I said.', deletedAt: null })
    expect(await row(answer.id)).toMatchObject({ body: 'What I said.', personId: sam.personId })
  })

  it('never gives its number to somebody else', async () => {
    const dueAt = await askForDeletion(remy, 'keep')
    vi.setSystemTime(dueAt.getTime() + 1000)
    await deleteDue()
    expect((await person('Next One')).personId).toBeGreaterThan(remy.personId as number)
  })

  it('leaves somebody who may give roles', async () => {
    const [ada, eve] = [await person('Ada', 'admin'), await person('Eve', 'admin')]
    await askForDeletion(ada, 'keep')
    await write((tx) =>
      tx
        .update(people)
        .set({ role: 'reader' })
        .where(eq(people.id, eve.personId as number)),
    )
    vi.setSystemTime(Date.now() + GRACE + 1000)
    await deleteDue()
    expect(
      await database()
        .select()
        .from(people)
        .where(eq(people.id, ada.personId as number)),
    ).toHaveLength(1)
    expect(await getDeletion(ada)).toBeNull()
    await expect(askForDeletion(ada, 'keep')).rejects.toThrow(PersonRefused)
  })
})

describe('a copy of everything', () => {
  const files = async () => {
    const [asked] = await database().select().from(personalExports)
    const bytes = readFileSync(join(exportsFolder(fresh.dataDir), asked?.file as string))
    return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
  }

  it('holds what is known, for people and for programs, and no secret', async () => {
    const sam = await person('Sam Stays')
    await comment(remy, { body: '<script>alert(1)</script> & more' })
    await comment(sam, { body: 'Somebody else’s words.' })
    await saveArticle(remy, articleId)
    await follow(remy, { kind: 'section', slug: 'world' })
    await write(async (tx) => {
      await tx.insert(mutes).values({ personId: remy.personId as number, mutedId: sam.personId as number })
      const token = { purpose: 'reset' as const, personId: remy.personId as number, secretHash: 'a-secret-hash' }
      await tx.insert(oneTimeTokens).values({ ...token, expiresAt: new Date() })
    })
    expect(await askForExport(remy)).toBe(true)
    await packNext(settings)
    const packed = await files()
    expect(Object.keys(packed).sort()).toEqual(['data.json', 'index.html'])
    const { parts } = JSON.parse(packed['data.json'] as string) as { parts: { title: string; rows: object[] }[] }
    const rows = Object.fromEntries(parts.map((part) => [part.title, part.rows]))
    expect(rows.Account).toMatchObject([{ name: 'Remygius Canary', email: 'Remygius.Canary@Reader.example' }])
    expect(rows.Comments).toMatchObject([
      { body: '<script>alert(1)</script> & more', article: { headline: 'The dam holds' } },
    ])
    expect(rows['Saved articles']).toMatchObject([{ article: { address: 'https://news.example/world/the-dam-holds' } }])
    expect(rows['What you follow']).toMatchObject([{ kind: 'section', name: 'World' }])
    expect(rows['People you muted']).toMatchObject([{ name: 'Sam Stays' }])
    expect(rows['Where you signed in']).toMatchObject([{ device: 'Firefox on Linux' }])
    const hashes = (await database().select().from(sessions)).map(({ secretHash }) => secretHash)
    for (const secret of ['argon2', 'a-secret-hash', 'a-network', 'Somebody else', ...hashes]) {
      expect(packed['data.json']).not.toContain(secret)
      expect(packed['index.html']).not.toContain(secret)
    }
    expect(packed['index.html']).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; more')
    expect(packed['index.html']).not.toContain('<script')
    expect(await sent()).toEqual(['Your data is ready'])
  })

  it('is packed once at a time, readable by nobody else, and asked for again after an hour', async () => {
    expect([await askForExport(remy), await askForExport(remy)]).toEqual([true, false])
    expect(await getExportState(remy)).toMatchObject({ is: 'being packed' })
    await Promise.all([packNext(settings), packNext(settings)])
    expect(await sent()).toHaveLength(1)
    expect(await getExportState(remy)).toMatchObject({ is: 'ready', mayAskAgain: false })
    expect(await askForExport(remy)).toBe(false)
    const [name] = readdirSync(exportsFolder(fresh.dataDir))
    expect(name).toMatch(/^[0-9a-f]{32}\.zip$/)
    expect(statSync(join(exportsFolder(fresh.dataDir), name as string)).mode & 0o777).toBe(0o600)
    vi.setSystemTime(Date.now() + 3_600_000)
    expect(await askForExport(remy)).toBe(true)
  })

  it('goes after a week, and with its person', async () => {
    await askForExport(remy)
    await packNext(settings)
    const [name] = readdirSync(exportsFolder(fresh.dataDir))
    const file = join(exportsFolder(fresh.dataDir), name as string)
    vi.setSystemTime(Date.now() + READY_FOR - 1000)
    await removeExpired(settings)
    expect(existsSync(file)).toBe(true)
    vi.setSystemTime(Date.now() + 2000)
    expect(await getExportState(remy)).toEqual({ is: 'none' })
    await removeExpired(settings)
    expect([existsSync(file), await database().select().from(personalExports)]).toEqual([false, []])
  })

  it('is given up when it cannot be written, and can be asked for anew', async () => {
    await askForExport(remy)
    const nowhere = { ...settings, dataDir: '/dev/null' }
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await packNext(nowhere)
      vi.setSystemTime(Date.now() + 120_000)
    }
    expect(await getExportState(remy)).toMatchObject({ is: 'failed' })
    expect(await askForExport(remy)).toBe(true)
    await packNext(settings)
    expect(await getExportState(remy)).toMatchObject({ is: 'ready' })
    expect(await database().select().from(deletions)).toEqual([])
  })
})
