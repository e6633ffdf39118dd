import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { processWide } from './process-wide'

/** A setting that cannot be used, in one line: its name, its value unless that is secret, and what is expected. */
export class SettingError extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'SettingError'
  }
}

export type Environment = {
  port: number
  host: string
  /** The public origin, without a slash at its end. */
  siteUrl: string
  dataDir: string
  databaseFile: string
  nextAuthSecret: string | null
  smtpUrl: string | null
  mailFrom: string | null
  github: { id: string; secret: string } | null
  google: { id: string; secret: string } | null
  trustProxy: number
  demo: boolean
  logLevel: string
  metricsToken: string | null
  /** The hub that is told of feeds that changed (WebSub). */
  websubHub: string | null
  /** Where search engines are told of pages that changed (IndexNow), and the key that shows who tells. */
  indexNow: { key: string; endpoint: string } | null
}

const SECRET = new Set(['NEXTAUTH_SECRET', 'SMTP_URL', 'GITHUB_SECRET', 'GOOGLE_SECRET', 'METRICS_TOKEN'])

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)

/** Each setting with its rule and the words that say what is expected. */
const SETTINGS = {
  PORT: [whole(1, 65_535), 'a port number, 1 to 65535'],
  HOST: [z.string().regex(/^[\w.:-]+$/), 'an address or name of this machine, such as 127.0.0.1'],
  SITE_URL: [z.string().refine(isOrigin), 'an http or https origin without a path, such as https://news.example'],
  DATA_DIR: [z.string().refine((path) => !path.includes('\0')), 'a folder'],
  DATABASE_URL: [
    z.string().refine(isFileAddress),
    'a file: address such as file:/srv/news/portal.db; only SQLite is served yet',
  ],
  NEXTAUTH_SECRET: [z.string().min(32), 'at least 32 characters'],
  SMTP_URL: [
    z.string().refine((url) => /^smtps?:\/\/[^/]+/.test(url) && URL.canParse(url)),
    'an smtp:// or smtps:// address',
  ],
  MAIL_FROM: [z.string().refine(isSender), 'one mail address, such as Desk <desk@news.example>'],
  GITHUB_ID: [z.string(), 'the id of an OAuth application'],
  GITHUB_SECRET: [z.string(), 'the secret of an OAuth application'],
  GOOGLE_ID: [z.string(), 'the id of an OAuth client'],
  GOOGLE_SECRET: [z.string(), 'the secret of an OAuth client'],
  TRUST_PROXY: [whole(0, 10), 'how many proxies stand in front, 0 to 10'],
  DEMO: [z.enum(['0', '1']), '0 or 1'],
  LOG_LEVEL: [
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    'one of fatal, error, warn, info, debug, trace, silent',
  ],
  METRICS_TOKEN: [z.string().min(16), 'at least 16 characters'],
  WEBSUB_HUB: [z.string().refine(isService), 'the http or https address of a hub, such as https://hub.example/'],
  INDEXNOW_KEY: [z.string().regex(/^[a-zA-Z0-9-]{8,128}$/), '8 to 128 letters, digits and hyphens'],
  INDEXNOW_ENDPOINT: [
    z.string().refine(isService),
    'the http or https address of a search engine, such as https://api.indexnow.org/indexnow',
  ],
} as const satisfies Record<string, readonly [z.ZodType, string]>

type Name = keyof typeof SETTINGS
type Source = Record<string, string | undefined>

const kept = processWide<{ environment: Environment | null }>('environment', () => ({ environment: null }))

/**
 * Has the settings stand as they are now for as long as the process runs: they were checked, and need not be at every
 * page and every form.
 *
 * @returns lets go of them
 * @throws {SettingError}
 */
export function keepEnvironment(): () => void {
  kept.environment = readSettings(process.env)
  return () => {
    kept.environment = null
  }
}

/**
 * Reads the settings. One that is absent or empty stands at its default.
 *
 * @throws {SettingError} at the first value that cannot be used
 */
export function readEnvironment(source: Source = process.env): Environment {
  return source === process.env && kept.environment ? kept.environment : readSettings(source)
}

function readSettings(source: Source): Environment {
  const port = read(source, 'PORT') ?? 3000
  const dataDir = resolve(read(source, 'DATA_DIR') ?? 'data')
  return {
    port,
    host: read(source, 'HOST') ?? '127.0.0.1',
    siteUrl: new URL(read(source, 'SITE_URL') ?? `http://localhost:${port}`).origin,
    dataDir,
    databaseFile: databaseFile(read(source, 'DATABASE_URL'), dataDir),
    nextAuthSecret: read(source, 'NEXTAUTH_SECRET') ?? null,
    smtpUrl: read(source, 'SMTP_URL') ?? null,
    mailFrom: read(source, 'MAIL_FROM') ?? null,
    github: pair(source, 'GITHUB_ID', 'GITHUB_SECRET'),
    google: pair(source, 'GOOGLE_ID', 'GOOGLE_SECRET'),
    trustProxy: read(source, 'TRUST_PROXY') ?? 0,
    demo: (read(source, 'DEMO') ?? '1') === '1',
    logLevel: read(source, 'LOG_LEVEL') ?? 'info',
    metricsToken: read(source, 'METRICS_TOKEN') ?? null,
    websubHub: read(source, 'WEBSUB_HUB') ?? null,
    indexNow: indexNow(source),
  }
}

function read<Key extends Name>(source: Source, name: Key): z.output<(typeof SETTINGS)[Key][0]> | undefined {
  const value = source[name]
  if (value === undefined || value === '') return undefined
  const [schema, expected] = SETTINGS[name]
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new SettingError(`${name} is ${shown(name, value)}; expected ${expected}.`)
  return parsed.data as z.output<(typeof SETTINGS)[Key][0]>
}

function pair(source: Source, idName: 'GITHUB_ID' | 'GOOGLE_ID', secretName: 'GITHUB_SECRET' | 'GOOGLE_SECRET') {
  const id = read(source, idName)
  const secret = read(source, secretName)
  if (id && secret) return { id, secret }
  if (!id && !secret) return null
  const [given, missing] = id ? [idName, secretName] : [secretName, idName]
  throw new SettingError(`${given} is set and ${missing} is not; set both, or neither.`)
}

function indexNow(source: Source): Environment['indexNow'] {
  const key = read(source, 'INDEXNOW_KEY')
  const endpoint = read(source, 'INDEXNOW_ENDPOINT')
  if (key) return { key, endpoint: endpoint ?? 'https://api.indexnow.org/indexnow' }
  if (endpoint) throw new SettingError('INDEXNOW_ENDPOINT is set and INDEXNOW_KEY is not; set both, or neither.')
  return null
}

function databaseFile(url: string | undefined, dataDir: string): string {
  if (!url) return join(dataDir, 'portal.db')
  const path = decodeURIComponent(url.replace(/^file:(?:\/\/)?/, ''))
  return isAbsolute(path) ? path : resolve(path)
}

function shown(name: string, value: string): string {
  if (SECRET.has(name)) return 'not usable (its value is not shown)'
  // An address may carry a password, even where none belongs.
  const open = value.replace(/\/\/.*@/s, '//…@')
  return JSON.stringify(open.length > 80 ? `${open.slice(0, 80)}…` : open)
}

function isFileAddress(url: string): boolean {
  if (!/^file:./.test(url) || url.includes('\0')) return false
  try {
    return decodeURIComponent(url) !== 'file://'
  } catch {
    return false
  }
}

const ADDRESS = /^[^\s@<>,;:"\\]{1,64}@[^\s@<>,;:"\\]{1,253}$/
const NAME = /^(?:"[^"\\\p{Cc}]*"|[^"\\,;:<>@\p{Cc}]*)$/u

/** One address, alone or after a name and in angle brackets (RFC 5322 §3.4): a second would hear of every mail. */
function isSender(text: string): boolean {
  const [, name = '', address = text] = /^(.*?)\s*<([^<>]*)>$/.exec(text) ?? []
  return ADDRESS.test(address) && NAME.test(name)
}

/** An address that something is sent to. It is shown in logs, so that a password has no place in it. */
function isService(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return (protocol === 'http:' || protocol === 'https:') && !username && !password
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  return isWeb && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
}
