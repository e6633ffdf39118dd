import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { unsafeReadingConnection } from '@/db/client'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { MailboxRefused } from '../people/mailbox'
import { unsafeOperator } from '../people/viewer'
import { changeSite } from '../site/site-commands'
import { write } from '../write'
import { ForeignAddress, type MailTemplate } from './mail'
import { outboxCarrier, smtpCarrier } from './mail-carriers'
import { sendMail } from './mail-commands'
import { deliverDue, deliverMail, forgetOld, MOST_ATTEMPTS } from './mail-duty'

type Received = { from: string; to: string[]; raw: string; mail: ParsedMail }

let fresh: FreshDatabase
let server: SMTPServer
let url: string
let received: Received[]
let options: SMTPServerOptions

beforeEach(async () => {
  fresh = openFreshDatabase()
  received = []
  options = {}
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, session, done) => options.onAuth?.(auth, session, done),
    onRcptTo: (address, session, done) => (options.onRcptTo ? options.onRcptTo(address, session, done) : done()),
    async onData(stream, session, done) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk)
      const raw = Buffer.concat(chunks).toString('utf8')
      const { mailFrom, rcptTo } = session.envelope
      const from = mailFrom ? mailFrom.address : ''
      received.push({ from, to: rcptTo.map(({ address }) => address), raw, mail: await simpleParser(raw) })
      if (options.onData) options.onData(stream, session, done)
      else done()
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})

afterEach(async () => {
  vi.useRealTimers()
  await new Promise<void>((resolve) => server.close(resolve))
  await fresh.close()
})

const template: MailTemplate = {
  subject: 'Your code',
  paragraphs: ['Somebody wants in.'],
  code: '123 456',
  action: { label: 'Sign in', address: '/sign-in?code=a&b=c' },
  footer: 'If it was not you, do nothing.',
}
const settings = (more = {}) => ({
  ...{ siteUrl: 'https://news.example', smtpUrl: url, mailFrom: 'The Desk <desk@news.example>' },
  ...{ dataDir: fresh.dataDir },
  ...more,
})
const ask = (to = 'remy@reader.example', more: Partial<MailTemplate> = {}, expiresAt?: Date) =>
  write((tx) => sendMail(tx, { to, template: { ...template, ...more }, expiresAt }))
const round = (more = {}) => deliverDue(settings(more), smtpCarrier(url), new AbortController().signal)
type Row = Record<'attempts' | 'due_at' | 'claimed_at' | 'sent_at' | 'given_up_at', number | null> & {
  content: string | null
  failure: string | null
}
const rows = () => unsafeReadingConnection().prepare('select * from mails order by id').all() as Row[]
const row = () => rows()[0] as Row

describe('a mail', () => {
  it('arrives once, as text and as HTML, with what it says, and is forgotten', async () => {
    await ask()
    await Promise.all([round(), round(), round()])
    await round()
    expect(received).toHaveLength(1)
    const [{ from, to, mail }] = received as [Received]
    expect([from, to]).toEqual(['desk@news.example', ['remy@reader.example']])
    expect(mail.from?.value).toEqual([{ name: 'The Desk', address: 'desk@news.example' }])
    expect(mail.subject).toBe('Your code')
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.headers.has('list-unsubscribe')).toBe(false)
    for (const words of ['Somebody wants in.', '123 456', 'If it was not you, do nothing.', 'Broadsheet']) {
      expect(mail.text).toContain(words)
      expect(mail.html).toContain(words)
    }
    expect(mail.text).toContain('https://news.example/sign-in?code=a&b=c')
    expect(mail.html).toContain('href="https://news.example/sign-in?code=a&amp;b=c"')
    expect(row()).toMatchObject({ content: null, failure: null, given_up_at: null, attempts: 1 })
    expect(row().sent_at).not.toBeNull()
  })

  it('speaks as no-reply of the site without MAIL_FROM', async () => {
    await ask()
    await round({ mailFrom: null })
    expect(received[0]?.mail.from?.value).toEqual([{ name: 'Broadsheet', address: 'no-reply@news.example' }])
  })

  it('is answered where the newsroom is reached, and nowhere else', async () => {
    await ask()
    await round()
    await changeSite(unsafeOperator(), { name: 'The <b>Wire', contact: 'letters@news.example' })
    await ask()
    await round()
    expect(received.map(({ mail }) => mail.replyTo?.value)).toEqual([
      undefined,
      [{ name: 'The <b>Wire', address: 'letters@news.example' }],
    ])
  })

  it('lists what it is about, and says how to have no more of it in one click', async () => {
    const entries = [{ title: 'The dam holds', address: '/world/dam', note: 'Ed answered you', text: 'Well.\nNo.' }]
    await ask(undefined, { entries, unsubscribe: '/account/unsubscribe/abc' })
    await round()
    const { mail, raw } = received[0] as Received
    expect(mail.text).toContain('Ed answered you\nThe dam holds\n> Well.\n> No.\nhttps://news.example/world/dam')
    expect(mail.html).toContain('href="https://news.example/world/dam"')
    expect(raw).toContain('List-Unsubscribe: <https://news.example/account/unsubscribe/abc>\r\n')
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
  })

  it('is not sent when what it tells of was rolled back', async () => {
    const undone = write(async (tx) => {
      await sendMail(tx, { to: 'remy@reader.example', template })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(rows()).toEqual([])
  })

  it.each(['a@x.example,b@y.example', 'a@x.example\r\nBcc: b@y.example', 'A <a@x.example>', '"a@x"@y.example', ''])(
    'goes to one mailbox and not to %j',
    async (to) => {
      await expect(ask(to)).rejects.toThrow(MailboxRefused)
      expect(rows()).toEqual([])
    },
  )

  it('leads nowhere but to this site', async () => {
    for (const address of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
      await expect(ask(undefined, { action: { label: 'Go', address } }), address).rejects.toThrow(ForeignAddress)
      await expect(ask(undefined, { unsubscribe: address }), address).rejects.toThrow(ForeignAddress)
    }
  })

  it('shows hostile text as text, and takes no header from it', async () => {
    const hostile = '<img src=x onerror=alert(1)>\r\nBcc: eve@evil.example\r\n\r\n\u202Exxx\u0000\uD800'
    await ask(undefined, { subject: hostile, paragraphs: [hostile], footer: hostile, code: hostile })
    await ask(undefined, { subject: `${'ü'.repeat(5000)}\u2028X: y` })
    await round()
    const { mail, to, raw } = received.find(({ mail }) => mail.subject?.startsWith('<img')) as Received
    expect(to).toEqual(['remy@reader.example'])
    expect(mail.bcc).toBeUndefined()
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im)
    expect(mail.subject).toBe('<img src=x onerror=alert(1)> Bcc: eve@evil.example xxx')
    expect(mail.html).not.toContain('<img')
    expect(mail.html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    for (const sign of ['\u202E', '\u0000']) expect(`${mail.html}${mail.text}`).not.toContain(sign)
    expect(received.map(({ mail }) => [...(mail.subject ?? '')].length).sort()).toContain(200)
  })
})

describe('a mail server that does not take it', () => {
  it('is asked again, later each time, until the mail is given up with the reason', async () => {
    options.onRcptTo = (_, __, done) => done(Object.assign(new Error('greylisted'), { responseCode: 451 }))
    await ask()
    vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] })
    const gaps: number[] = []
    for (await round(); row().given_up_at === null; await round()) {
      expect(row().failure).toContain('greylisted')
      gaps.push((row().due_at as number) - Date.now())
      await round()
      expect(row().attempts).toBe(gaps.length)
      vi.setSystemTime(row().due_at as number)
    }
    expect(gaps).toHaveLength(MOST_ATTEMPTS - 1)
    expect(gaps).toEqual([...gaps].sort((left, right) => left - right))
    expect(gaps.at(-1)).toBe(3_600_000)
    expect(row()).toMatchObject({ attempts: MOST_ATTEMPTS, content: null, sent_at: null })
    expect(row().failure).toContain('greylisted')
  })

  it('is not asked again when it says never', async () => {
    options.onRcptTo = ({ address }, _, done) =>
      address.startsWith('gone') ? done(Object.assign(new Error('no such user'), { responseCode: 550 })) : done()
    await ask('gone@reader.example')
    await ask()
    expect(await round()).toBe(true)
    expect(rows().map((mail) => [mail.given_up_at !== null, mail.sent_at !== null])).toEqual([
      [true, false],
      [false, true],
    ])
    expect(row().failure).toContain('no such user')
  })

  it('gets a mail again under the same name', async () => {
    options.onData = (_, __, done) => done(Object.assign(new Error('busy'), { responseCode: 450 }))
    await ask()
    await round()
    options = {}
    vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] })
    await round()
    expect(received).toHaveLength(2)
    expect(received[0]?.mail.messageId).toBe(received[1]?.mail.messageId)
  })

  it('gets what was on its way when the process ended, after a while', async () => {
    await ask()
    const never = { carry: () => new Promise<void>(() => {}), close: () => {} }
    void deliverDue(settings(), never, new AbortController().signal)
    await vi.waitFor(() => expect(row().claimed_at).not.toBeNull())
    await round()
    expect(received).toEqual([])
    vi.useFakeTimers({ now: Date.now() + 11 * 60_000, toFake: ['Date'] })
    await round()
    expect(received).toHaveLength(1)
  })

  it('is left alone when it cannot be reached, and no mail is lost', async () => {
    await ask()
    await ask('ed@news.example')
    const away = smtpCarrier('smtp://desk:pass%20word@127.0.0.1:1')
    expect(await deliverDue(settings(), away, new AbortController().signal)).toBe(false)
    expect(rows().every((mail) => mail.sent_at === null && mail.given_up_at === null)).toBe(true)
    vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] })
    await round()
    expect(received).toHaveLength(2)
  })

  it('never has its password written down', async () => {
    options.onAuth = (_, __, done) => done(new Error('535 not with hush-hush'))
    await ask()
    const carrier = smtpCarrier(url.replace('//', '//desk:hush-hush@'))
    expect(await deliverDue(settings(), carrier, new AbortController().signal)).toBe(false)
    expect(row().failure).toBeTruthy()
    expect(row().failure).not.toContain('hush-hush')
  })

  it('is not sent what is of no use any more', async () => {
    await ask(undefined, {}, new Date(Date.now() - 1))
    await round()
    expect(received).toEqual([])
    expect(row().given_up_at).not.toBeNull()
    expect(row().failure).toContain('too late')
  })
})

describe('the duty', () => {
  it('does not hold up the house, and lets go when it stops', async () => {
    await ask()
    const duty = deliverMail(settings())
    await duty.run()
    await duty.run()
    await vi.waitFor(() => expect(received).toHaveLength(1))
    await duty.stop?.()
    expect(row().sent_at).not.toBeNull()
  })

  it('keeps what was sent for a month and what waits for ever', async () => {
    await ask()
    await round()
    await ask()
    vi.useFakeTimers({ now: Date.now() + 29 * 86_400_000, toFake: ['Date'] })
    await forgetOld()
    expect(rows()).toHaveLength(2)
    vi.setSystemTime(Date.now() + 2 * 86_400_000)
    await forgetOld()
    expect(rows().map((mail) => mail.sent_at)).toEqual([null])
  })

  it('writes files that only the owner reads, where there is no mail server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'outbox-'))
    await ask()
    const carrier = outboxCarrier(join(folder, 'outbox'))
    await deliverDue(settings({ smtpUrl: null }), carrier, new AbortController().signal)
    const [name, ...others] = readdirSync(join(folder, 'outbox'))
    expect(others).toEqual([])
    const file = join(folder, 'outbox', name as string)
    expect(name).toMatch(/^\d{8}\.eml$/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const mail = await simpleParser(readFileSync(file))
    expect(mail.subject).toBe('Your code')
    expect(mail.text).toContain('123 456')
    rmSync(folder, { recursive: true })
  })
})
