import { isAbsolute } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { keepEnvironment, readEnvironment, SettingError } from './env'

function complaint(source: Record<string, string>): string {
  try {
    readEnvironment(source)
  } catch (error) {
    if (error instanceof SettingError) return error.message
    throw error
  }
  return ''
}

describe('readEnvironment', () => {
  it('stands at its defaults when nothing is set', () => {
    const environment = readEnvironment({})
    expect(environment).toMatchObject({
      ...{
        port: 3000,
        host: '127.0.0.1',
        siteUrl: 'http://localhost:3000',
        trustProxy: 0,
        demo: true,
        logLevel: 'info',
      },
      ...{ nextAuthSecret: null, smtpUrl: null, mailFrom: null, github: null, google: null, metricsToken: null },
    })
    expect(isAbsolute(environment.dataDir)).toBe(true)
    expect(environment.databaseFile).toBe(`${environment.dataDir}/portal.db`)
  })

  it('takes an empty value as none', () => {
    expect(readEnvironment({ PORT: '', SITE_URL: '', DEMO: '', GITHUB_ID: '' })).toEqual(readEnvironment({}))
  })

  it('reads every setting', () => {
    const environment = readEnvironment({
      ...{
        PORT: '8080',
        HOST: '::1',
        SITE_URL: 'https://news.example',
        DATA_DIR: '/srv/news',
        DEMO: '0',
        TRUST_PROXY: '2',
      },
      ...{
        NEXTAUTH_SECRET: 'n'.repeat(32),
        SMTP_URL: 'smtps://desk:word@mail.example:465',
        MAIL_FROM: 'Desk <desk@news.example>',
      },
      ...{
        GITHUB_ID: 'a',
        GITHUB_SECRET: 'b',
        GOOGLE_ID: 'c',
        GOOGLE_SECRET: 'd',
        LOG_LEVEL: 'warn',
        METRICS_TOKEN: 'm'.repeat(16),
      },
      ...{
        WEBSUB_HUB: 'https://hub.example/',
        INDEXNOW_KEY: 'k'.repeat(8),
        INDEXNOW_ENDPOINT: 'https://search.example/',
      },
    })
    expect(environment).toEqual({
      ...{
        port: 8080,
        host: '::1',
        siteUrl: 'https://news.example',
        dataDir: '/srv/news',
        databaseFile: '/srv/news/portal.db',
      },
      ...{
        nextAuthSecret: 'n'.repeat(32),
        smtpUrl: 'smtps://desk:word@mail.example:465',
        mailFrom: 'Desk <desk@news.example>',
      },
      ...{ github: { id: 'a', secret: 'b' }, google: { id: 'c', secret: 'd' }, trustProxy: 2, demo: false },
      ...{ logLevel: 'warn', metricsToken: 'm'.repeat(16) },
      websubHub: 'https://hub.example/',
      indexNow: { key: 'k'.repeat(8), endpoint: 'https://search.example/' },
    })
  })

  it('knows where search engines are told, and wants a key for it', () => {
    expect(readEnvironment({ INDEXNOW_KEY: 'a-key-of-ours' }).indexNow).toEqual({
      key: 'a-key-of-ours',
      endpoint: 'https://api.indexnow.org/indexnow',
    })
    expect(complaint({ INDEXNOW_ENDPOINT: 'https://search.example/' })).toMatch(/^INDEXNOW_ENDPOINT is set and /)
  })

  it('follows the port in the default address of the site', () => {
    expect(readEnvironment({ PORT: '4100' }).siteUrl).toBe('http://localhost:4100')
  })

  it.each([
    ['https://news.example/', 'https://news.example'],
    ['HTTPS://News.Example:443', 'https://news.example'],
  ])('reads the origin %s as %s', (given, origin) => {
    expect(readEnvironment({ SITE_URL: given }).siteUrl).toBe(origin)
  })

  it.each([
    ['file:/srv/news/portal.db', '/srv/news/portal.db'],
    ['file:///srv/news/portal.db', '/srv/news/portal.db'],
    ['file:/srv/a%20b.db', '/srv/a b.db'],
    ['file:other.db', `${process.cwd()}/other.db`],
  ])('finds the database at %s', (given, file) => {
    expect(readEnvironment({ DATABASE_URL: given }).databaseFile).toBe(file)
  })

  it.each([
    ['PORT', ['0', '65536', '-1', '80a', '3000.5', '0x50', ' 80']],
    ['HOST', ['two words', 'a/b', 'http://a']],
    [
      'SITE_URL',
      [
        'news.example',
        'ftp://news.example',
        'https://a.example/path',
        'https://a.example?x',
        'https://a.example#x',
        'https://u@a.example',
      ],
    ],
    ['DATABASE_URL', ['postgres://localhost/news', 'mysql:x', 'portal.db', 'file:', 'file:%']],
    [
      'MAIL_FROM',
      [
        'desk',
        'a@b\r\nBcc: c@d',
        'a@b.example, c@d.example',
        'Desk <a@b.example',
        'Desk, Ltd <a@b.example>',
        '<a@b>, <c@d>',
        'Desk\tA <a@b>',
      ],
    ],
    ['TRUST_PROXY', ['yes', '-1', '11', 'true']],
    ['DEMO', ['yes', 'true', '2']],
    ['LOG_LEVEL', ['loud', 'INFO']],
    ['WEBSUB_HUB', ['hub.example', 'https://desk:word@hub.example/', 'javascript:alert(1)']],
    ['INDEXNOW_KEY', ['short', '../../etc/passwd', 'key with spaces']],
    ['INDEXNOW_ENDPOINT', ['ftp://search.example/', 'search.example']],
  ])('refuses %s when it is one of %j, in one line with its name and value', (name, values) => {
    for (const value of values) {
      const words = complaint({ [name]: value })
      expect(words, value).toMatch(new RegExp(`^${name} is `))
      expect(words).toContain(JSON.stringify(value.replace(/\/\/.*@/, '//…@')))
      expect(words).toContain('expected')
      expect(words).not.toContain('\n')
    }
  })

  it.each([
    ['NEXTAUTH_SECRET', 'too-short-secret'],
    ['SMTP_URL', 'http://desk:pass-word@mail.example'],
    ['METRICS_TOKEN', 'short-token'],
  ])('never shows the value of %s', (name, value) => {
    const words = complaint({ [name]: value })
    expect(words).toMatch(new RegExp(`^${name} is not usable`))
    expect(words).not.toContain(value)
    expect(words).not.toContain('pass-word')
  })

  it('never shows a password inside an address', () => {
    expect(complaint({ DATABASE_URL: 'postgres://desk:pass-word@db/news' })).not.toContain('pass-word')
    expect(complaint({ SITE_URL: 'https://desk:pass@word@a.example' })).not.toMatch(/pass|word/)
  })

  it.each([
    [{ GITHUB_ID: 'a' }, 'GITHUB_ID is set and GITHUB_SECRET is not'],
    [{ GITHUB_SECRET: 'hidden' }, 'GITHUB_SECRET is set and GITHUB_ID is not'],
    [{ GOOGLE_ID: 'a' }, 'GOOGLE_ID is set and GOOGLE_SECRET is not'],
    [{ GOOGLE_ID: 'a', GOOGLE_SECRET: '' }, 'GOOGLE_ID is set and GOOGLE_SECRET is not'],
  ])('refuses half a pair: %j', (source, words) => {
    expect(complaint(source as Record<string, string>)).toContain(words)
    expect(complaint(source as Record<string, string>)).not.toContain('hidden')
  })

  it('shortens a very long value', () => {
    expect(complaint({ LOG_LEVEL: 'x'.repeat(5000) }).length).toBeLessThan(250)
  })
})

describe('keepEnvironment', () => {
  it('has the settings of the process stand until they are let go of, and no others', () => {
    const letGo = keepEnvironment()
    vi.stubEnv('SITE_URL', 'https://other.example')
    expect(readEnvironment().siteUrl).not.toBe('https://other.example')
    expect(readEnvironment({ SITE_URL: 'https://third.example' }).siteUrl).toBe('https://third.example')
    letGo()
    expect(readEnvironment().siteUrl).toBe('https://other.example')
    vi.unstubAllEnvs()
  })

  it('refuses what cannot be used', () => {
    vi.stubEnv('PORT', 'many')
    expect(keepEnvironment).toThrow(SettingError)
    vi.unstubAllEnvs()
  })
})
