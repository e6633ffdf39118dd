import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { sections } from '@/db/schema/articles'
import { mails } from '@/db/schema/mails'
import { people, sessions } from '@/db/schema/people'
import { audit } from '@/db/schema/site'
import { invitations, personSections } from '@/db/schema/staff'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { changeSite, saveSection } from '../site/site-commands'
import { write } from '../write'
import { acceptInvitation, getInvitation, invite, revokeInvitation } from './invitation-commands'
import { listInvitations } from './invitation-queries'
import { getDeskPerson, peopleFilterFrom, searchPeople } from './people-list'
import { addPerson } from './person-commands'
import { giveRole } from './role-commands'
import { openSession } from './session-commands'
import { banPerson, restorePerson, signOutEverywhere, suspendPerson } from './standing-commands'
import { Refused, type Role, unsafeOperator, unsafeViewer, type Viewer } from './viewer'

const operator = unsafeOperator()
const tomorrow = () => new Date(Date.now() + 86_400_000)

let fresh: FreshDatabase
let ada: Viewer
beforeEach(async () => {
  fresh = openFreshDatabase()
  ada = await person('Ada', 'admin')
})
afterEach(() => fresh.close())

async function person(name: string, role: Role): Promise<Viewer & { personId: number }> {
  const { id } = await addPerson(operator, { email: `${name.toLowerCase()}@news.example`, name, role })
  return unsafeViewer({ id, name, role }) as Viewer & { personId: number }
}

const signIn = (id: number) => write((tx) => openSession(tx, id, { device: '', networkHash: '' }))
const rowOf = async (id: number) => (await database().select().from(people).where(eq(people.id, id)))[0]
const openSessionsOf = async (id: number) =>
  (await database().select().from(sessions).where(eq(sessions.personId, id))).filter(({ revokedAt }) => !revokedAt)
const actions = async () => (await database().select().from(audit)).map(({ action }) => action)
const section = async (slug: string) => {
  await saveSection(operator, { slug, name: slug })
  const [row] = await database().select().from(sections).where(eq(sections.slug, slug))
  return (row as { id: number }).id
}

describe('giveRole', () => {
  it('gives a role with limits, ends every session and notes it', async () => {
    const ed = await person('Ed', 'author')
    const politics = await section('politics')
    await signIn(ed.personId)
    await giveRole(ada, ed.personId, { role: 'editor', sectionIds: [politics] })
    expect(await getDeskPerson(ada, ed.personId)).toMatchObject({ role: 'editor', sectionIds: [politics], sessions: 0 })
    expect(await openSessionsOf(ed.personId)).toEqual([])
    expect((await database().select().from(audit)).at(-1)).toMatchObject({
      actor: 'Ada',
      action: 'person.role',
      detail: { from: 'author', to: 'editor', sections: [politics] },
    })
    await giveRole(ada, ed.personId, { role: 'editor', sectionIds: [politics] })
    expect((await actions()).filter((action) => action === 'person.role')).toHaveLength(1)
  })

  it('keeps no limits where a role has none', async () => {
    const ed = await person('Ed', 'editor')
    await giveRole(ada, ed.personId, { role: 'author', sectionIds: [await section('politics')] })
    expect(await database().select().from(personSections)).toEqual([])
  })

  it('refuses a section that is not there', async () => {
    const ed = await person('Ed', 'editor')
    await expect(giveRole(ada, ed.personId, { role: 'editor', sectionIds: [99] })).rejects.toThrow(/not there any more/)
  })

  it('never takes the last admin’s role, who might be suspended or banned otherwise', async () => {
    await expect(giveRole(operator, ada.personId ?? 0, { role: 'editor', sectionIds: [] })).rejects.toThrow(
      /last admin/,
    )
    await expect(banPerson(operator, ada.personId ?? 0, { reason: 'No reason' })).rejects.toThrow(/last admin/)
    await expect(
      suspendPerson(operator, ada.personId ?? 0, { until: tomorrow(), reason: 'No reason' }),
    ).rejects.toThrow(/last admin/)
  })

  it('does not count an admin who is suspended', async () => {
    const bea = await person('Bea', 'admin')
    await suspendPerson(ada, bea.personId, { until: tomorrow(), reason: 'A month away' })
    await expect(giveRole(ada, ada.personId ?? 0, { role: 'reader', sectionIds: [] })).rejects.toThrow(/last admin/)
  })

  it('leaves one of two admins who demote each other at once', async () => {
    const bea = await person('Bea', 'admin')
    const outcomes = await Promise.allSettled([
      giveRole(ada, bea.personId, { role: 'reader', sectionIds: [] }),
      giveRole(bea, ada.personId ?? 0, { role: 'reader', sectionIds: [] }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it.each(['reader', 'commenter', 'author', 'editor', 'moderator'] as const)('is not for a %s', async (role) => {
    const sam = await person('Sam', role)
    for (const attempt of [
      giveRole(sam, sam.personId, { role: 'admin', sectionIds: [] }),
      invite(sam, { email: 'x@news.example', role: 'reader', sectionIds: [] }),
      revokeInvitation(sam, 1),
      listInvitations(sam),
      searchPeople(sam, peopleFilterFrom({}), 1),
      getDeskPerson(sam, 1),
    ]) {
      await expect(attempt).rejects.toThrow(Refused)
    }
    expect((await rowOf(sam.personId))?.role).toBe(role)
  })
})

describe('restraints', () => {
  it('bans: signed out at once, told why, noted', async () => {
    const bex = await person('Bex', 'commenter')
    await signIn(bex.personId)
    await banPerson(ada, bex.personId, { reason: 'Spam, again and again.' })
    expect(await rowOf(bex.personId)).toMatchObject({ bannedReason: 'Spam, again and again.' })
    expect(await openSessionsOf(bex.personId)).toEqual([])
    const [mail, ...others] = await database().select().from(mails)
    expect(mail).toMatchObject({
      recipient: 'bex@news.example',
      content: { paragraphs: expect.arrayContaining(['Why: Spam, again and again.']) },
    })
    expect(mail?.content).not.toHaveProperty('footer')
    expect(others).toEqual([])
    await restorePerson(ada, bex.personId)
    expect(await rowOf(bex.personId)).toMatchObject({ bannedAt: null, bannedReason: null })
    expect((await actions()).slice(-2)).toEqual(['person.ban', 'person.restore'])
  })

  it('says where the newsroom is reached, once it is', async () => {
    await changeSite(ada, { contact: 'desk@news.example' })
    const bex = await person('Bex', 'commenter')
    await banPerson(ada, bex.personId, { reason: 'Spam, again and again.' })
    expect(await database().select().from(mails)).toMatchObject([
      { content: { footer: 'If you think this is a mistake, write to desk@news.example.' } },
    ])
  })

  it('suspends a reader without ending the session, and staff with it', async () => {
    const [remy, wren] = [await person('Remy', 'commenter'), await person('Wren', 'author')]
    for (const { personId } of [remy, wren]) {
      await signIn(personId)
      await suspendPerson(ada, personId, { until: tomorrow(), reason: 'Cool down' })
    }
    expect(await openSessionsOf(remy.personId)).toHaveLength(1)
    expect(await openSessionsOf(wren.personId)).toHaveLength(0)
  })

  it('signs out everywhere', async () => {
    const remy = await person('Remy', 'commenter')
    await signIn(remy.personId)
    await signIn(remy.personId)
    await signOutEverywhere(ada, remy.personId)
    expect(await openSessionsOf(remy.personId)).toEqual([])
  })

  it('is for moderators where no staff is concerned', async () => {
    const [mo, remy, ed] = [
      await person('Mo', 'moderator'),
      await person('Remy', 'commenter'),
      await person('Ed', 'editor'),
    ]
    await banPerson(mo, remy.personId, { reason: 'Spam' })
    await expect(banPerson(mo, ed.personId, { reason: 'Spam' })).rejects.toThrow(Refused)
    await expect(signOutEverywhere(mo, ed.personId)).rejects.toThrow(Refused)
    await expect(banPerson(ed, remy.personId, { reason: 'Spam' })).rejects.toThrow(Refused)
    await expect(banPerson(mo, mo.personId, { reason: 'Spam' })).rejects.toThrow(Refused)
    await expect(banPerson(ada, ada.personId ?? 0, { reason: 'Spam' })).rejects.toThrow(Refused)
  })
})

describe('invitations', () => {
  const order = { email: 'Wren@News.example', role: 'editor' as const, sectionIds: [] as number[] }
  const choice = { name: 'Wren Tallis', password: 'a quiet harbour' }

  it('brings somebody in once, as what was said, by a link that stands in the mail alone', async () => {
    const politics = await section('politics')
    const { secret } = await invite(ada, { ...order, sectionIds: [politics] })
    const [mail] = await database().select().from(mails)
    expect(mail?.content?.action?.address).toContain(secret)
    expect(JSON.stringify(await database().select().from(invitations))).not.toContain(secret)
    expect(await getInvitation(secret)).toEqual({ email: 'Wren@News.example', role: 'editor', hasAccount: false })
    await acceptInvitation(secret, choice)
    const [wren] = (await searchPeople(ada, peopleFilterFrom({ q: 'wren' }), 1)).cards
    expect(wren).toMatchObject({ name: 'Wren Tallis', role: 'editor', sectionIds: [politics], isSetUp: true })
    await expect(acceptInvitation(secret, choice)).rejects.toThrow(/used already/)
  })

  it('is taken by one of two at once', async () => {
    const { secret } = await invite(ada, order)
    const outcomes = await Promise.allSettled([acceptInvitation(secret, choice), acceptInvitation(secret, choice)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('raises an account that is there and leaves its name and password', async () => {
    const remy = await person('Remy', 'commenter')
    const { secret } = await invite(ada, { ...order, email: 'remy@news.example', role: 'author' })
    await acceptInvitation(secret, choice)
    expect(await rowOf(remy.personId)).toMatchObject({ name: 'Remy', role: 'author', passwordHash: null })
  })

  it('is void once it is too old, taken back, replaced, or its sender may not invite any more', async () => {
    const first = await invite(ada, order)
    const second = await invite(ada, order)
    expect(await getInvitation(first.secret)).toBeNull()
    await revokeInvitation(ada, second.id)
    expect(await getInvitation(second.secret)).toBeNull()
    const third = await invite(ada, order)
    await write(async (tx) => void (await tx.update(invitations).set({ expiresAt: new Date() })))
    expect(await getInvitation(third.secret)).toBeNull()
    const bea = await person('Bea', 'admin')
    const fourth = await invite(bea, order)
    await giveRole(ada, bea.personId, { role: 'reader', sectionIds: [] })
    expect(await getInvitation(fourth.secret)).toBeNull()
    await expect(acceptInvitation(fourth.secret, choice)).rejects.toThrow(/too old/)
  })

  it('is not for whoever is shut out, has the role, or has no mailbox', async () => {
    const bex = await person('Bex', 'commenter')
    await banPerson(ada, bex.personId, { reason: 'Spam' })
    await expect(invite(ada, { ...order, email: 'bex@news.example' })).rejects.toThrow(/closed/)
    await person('Ed', 'editor')
    await expect(invite(ada, { ...order, email: 'ed@news.example' })).rejects.toThrow(/already/)
    await expect(invite(ada, { ...order, email: 'a@x.example,b@y.example' })).rejects.toThrow()
  })

  it('is listed until it is accepted', async () => {
    await invite(ada, order)
    expect(await listInvitations(ada)).toMatchObject([{ email: order.email, invitedBy: 'Ada', isExpired: false }])
  })
})

describe('searchPeople', () => {
  it('finds by name, address, role and standing', async () => {
    await person('Ed', 'editor')
    const bex = await person('Bex', 'commenter')
    await banPerson(ada, bex.personId, { reason: 'Spam' })
    const names = async (parameters: Record<string, string>) =>
      (await searchPeople(ada, peopleFilterFrom(parameters), 1)).cards.map(({ name }) => name)
    expect(await names({})).toEqual(['Ada', 'Ed', 'Bex'])
    expect(await names({ q: 'ED@NEWS' })).toEqual(['Ed'])
    expect(await names({ q: '%' })).toEqual([])
    expect(await names({ role: 'editor' })).toEqual(['Ed'])
    expect(await names({ standing: 'banned' })).toEqual(['Bex'])
    expect(await names({ standing: 'staff' })).toEqual(['Ada', 'Ed'])
    expect(await names({ standing: 'nonsense', role: 'owner' })).toHaveLength(3)
  })
})
