import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { routeOf } from './public-surfaces'

const APP = fileURLToPath(new URL('../app', import.meta.url))

/** Everyone who can come to a door; the banned person holds a session from before. */
export const EVERYONE = ['nobody', 'banned', 'commenter', 'author', 'moderator', 'editor', 'admin'] as const
export type Who = (typeof EVERYONE)[number]

/**
 * Who may: `public` is the same for everyone, or opens to a secret that comes with the request; `own` is for everyone who
 * is signed in, each their own; a list is of the staff who may. Whoever is not in it is refused.
 */
export type Rule = 'public' | 'own' | readonly Who[]

/** What exists in the newsroom that is tried on. */
export type Known = { person: number; article: number; comment: number }

export type Line = {
  may: Rule
  /** An address that the route answers, where it is not the route itself. */
  at?: (known: Known) => string
  /** Reading it shows nothing of anybody: it leads on, or says what a stranger may know. */
  isReadByAll?: boolean
}

const STAFF = ['author', 'moderator', 'editor', 'admin'] as const
const WRITERS = ['author', 'editor', 'admin'] as const
/** For an article that is not the author's own. */
const EDITORS = ['editor', 'admin'] as const
const KEEPERS = ['moderator', 'editor', 'admin'] as const
const ADMINS = ['admin'] as const

const lines = (may: Rule, ...routes: string[]): Record<string, Line> =>
  Object.fromEntries(routes.map((route) => [route, { may }]))

/** Forms of one's own account, whose addresses lead on to their page when they are read. */
const leadingOn = (...routes: string[]): Record<string, Line> =>
  Object.fromEntries(routes.map((route) => [route, { may: 'own', isReadByAll: true }]))

/**
 * Every page and every route of the application that is not a public document, and who may come in by it. The test fails
 * on one that has no line here.
 */
export const MATRIX: Record<string, Line> = {
  ...lines(
    'public',
    ...['/sign-in', '/sign-in/password', '/sign-in/confirm', '/sign-in/confirm/code', '/sign-in/confirm/passkey'],
    ...[
      '/sign-in/confirm/passkey/begin',
      '/sign-in/code',
      '/sign-in/provider',
      '/sign-out',
      '/reset',
      '/reset/choose',
      '/reset/request',
    ],
    ...['/sign-up', '/sign-up/begin', '/sign-up/finish', '/sign-up/name', '/verify', '/verify/code', '/verify/link'],
    ...['/theme', '/theme.css'],
    ...['/account/join', '/account/join/accept', '/account/unsubscribe', '/account/unsubscribe/*'],
  ),
  ...lines(
    'own',
    ...['/account', '/account/comments', '/account/delete', '/account/export', '/account/export/file'],
    ...['/account/following', '/account/following/add'],
    ...['/account/notifications', '/account/notifications/mail'],
    ...['/account/saved', '/account/saved/add'],
    ...['/account/security', '/account/security/app', '/account/security/passkeys', '/account/security/passkeys/add'],
    ...['/account/security/passkeys/begin', '/account/security/recovery', '/account/security/recovery/renew'],
    ...['/account/mailbox', '/account/password', '/account/profile', '/account/sessions', '/comments/mine'],
    '/account/muted',
    '/account/providers',
  ),
  ...leadingOn(
    ...['/account/delete/ask', '/account/delete/keep', '/account/export/ask'],
    ...[
      '/account/mailbox/change',
      '/account/password/change',
      '/account/profile/save',
      '/account/profile/portrait',
      '/account/sessions/end',
    ],
    ...['/account/sessions/end-others', '/account/following/change', '/account/notifications/mail/choose'],
    ...['/account/notifications/read', '/account/providers/remove', '/account/saved/change'],
    '/account/muted/end',
  ),
  '/account/notifications/*': { may: 'own', at: () => '/account/notifications/1', isReadByAll: true },
  '/api/account/following/*/*': { may: 'own', at: () => '/api/account/following/section/politics' },
  '/api/account/saved': { may: 'own' },
  '/api/account/saved/*': { may: 'own', at: ({ article }) => `/api/account/saved/${article}` },
  '/comments': { may: 'own', isReadByAll: true },
  '/comments/*/*': { may: 'own', at: ({ comment }) => `/comments/${comment}/delete`, isReadByAll: true },
  '/comments/about/*': { may: 'public' },
  '/comments/appeal/*': { may: 'own', at: ({ comment }) => `/comments/appeal/${comment}`, isReadByAll: true },
  '/comments/change/*': { may: 'own', at: ({ comment }) => `/comments/change/${comment}`, isReadByAll: true },
  '/comments/hide/*': { may: 'own', at: ({ comment }) => `/comments/hide/${comment}`, isReadByAll: true },
  '/comments/report/*': { may: 'own', at: ({ comment }) => `/comments/report/${comment}` },
  '/comments/write': { may: 'public' },
  '/dashboard': { may: STAFF },
  '/dashboard/articles': { may: WRITERS },
  '/dashboard/articles/*': { may: EDITORS, at: ({ article }) => `/dashboard/articles/${article}` },
  '/dashboard/articles/*/presence': { may: EDITORS, at: ({ article }) => `/dashboard/articles/${article}/presence` },
  '/dashboard/articles/*/previews': { may: EDITORS, at: ({ article }) => `/dashboard/articles/${article}/previews` },
  '/dashboard/articles/*/publish': { may: EDITORS, at: ({ article }) => `/dashboard/articles/${article}/publish` },
  '/dashboard/articles/*/revisions': { may: EDITORS, at: ({ article }) => `/dashboard/articles/${article}/revisions` },
  '/dashboard/articles/*/save': { may: EDITORS, at: ({ article }) => `/dashboard/articles/${article}/save` },
  '/dashboard/articles/new': { may: WRITERS },
  '/dashboard/audit': { may: ADMINS },
  '/dashboard/audit/export.csv': { may: ADMINS },
  '/dashboard/audit/export.json': { may: ADMINS },
  '/dashboard/due': { may: WRITERS },
  '/dashboard/find/*': { may: WRITERS, at: () => '/dashboard/find/articles?q=flood' },
  '/dashboard/fronts': { may: EDITORS },
  '/dashboard/fronts/*': { may: EDITORS, at: () => '/dashboard/fronts/home' },
  '/dashboard/media': { may: WRITERS },
  '/dashboard/media/*': { may: WRITERS, at: () => '/dashboard/media/1' },
  '/dashboard/media/*/replace': { may: WRITERS, at: () => '/dashboard/media/1/replace', isReadByAll: true },
  '/dashboard/media/upload': { may: WRITERS, isReadByAll: true },
  '/dashboard/moderation': { may: KEEPERS },
  '/dashboard/moderation/numbers': { may: KEEPERS },
  '/dashboard/moderation/rules': { may: KEEPERS },
  '/dashboard/moderation/people/*': { may: KEEPERS, at: ({ person }) => `/dashboard/moderation/people/${person}` },
  '/dashboard/numbers': { may: STAFF },
  '/dashboard/numbers/*': { may: STAFF, at: ({ article }) => `/dashboard/numbers/${article}` },
  '/dashboard/numbers/export.csv': { may: STAFF },
  '/dashboard/people': { may: ADMINS },
  '/dashboard/people/*': { may: ADMINS, at: ({ person }) => `/dashboard/people/${person}` },
  '/dashboard/people/invite': { may: ADMINS },
  '/dashboard/pictures/*': { may: WRITERS, at: () => '/dashboard/pictures/1' },
  '/dashboard/preview/articles/*': { may: EDITORS, at: ({ article }) => `/dashboard/preview/articles/${article}` },
  '/dashboard/preview/pictures/*/*': { may: WRITERS, at: () => '/dashboard/preview/pictures/desk/1-320.jpg' },
  '/dashboard/preview/shared/*': { may: [], at: () => '/dashboard/preview/shared/1-made-up' },
  '/dashboard/preview/fronts/*': { may: EDITORS, at: () => '/dashboard/preview/fronts/home' },
  '/dashboard/redirects': { may: EDITORS },
  '/dashboard/redirects/missing': { may: EDITORS },
  '/dashboard/sections': { may: ADMINS },
  '/dashboard/sections/*': { may: ADMINS, at: () => '/dashboard/sections/1' },
  '/dashboard/sections/new': { may: ADMINS },
  '/dashboard/tags': { may: EDITORS },
  '/dashboard/tags/*': { may: EDITORS, at: () => '/dashboard/tags/1' },
  '/dashboard/settings': { may: ADMINS },
  '/dashboard/settings/comments': { may: ADMINS },
  '/dashboard/settings/logo': { may: ADMINS },
  '/dashboard/settings/look': { may: ADMINS },
  '/dashboard/settings/mail': { may: ADMINS },
  '/dashboard/settings/menu': { may: ADMINS },
  '/dashboard/settings/security': { may: ADMINS },
}

/** A route that somebody in particular may use, with the methods that it answers. */
export type Door = { route: string; methods: string[] }

/** First parts of addresses that the server answers to one person: lib/serving/private-pages.ts. */
const PRIVATE =
  /^\/(?:account|api\/account|comments|dashboard|reset|sign-in|sign-out|sign-up|theme|theme\.css|verify)(?:\/|$)/

/** What is nobody's page, for which the newsroom's own answer is tried apart. */
const NOWHERE = '/dashboard/**'

/** Every door of the application that is not a public document. */
export function doorsOfTheApplication(): Door[] {
  const files = readdirSync(APP, { recursive: true, withFileTypes: true })
  return files
    .filter((file) => file.isFile() && /^(?:page\.tsx|route\.ts)$/.test(file.name))
    .map((file) => ({ route: routeOf(relative(APP, file.parentPath)), methods: methodsOf(file.parentPath, file.name) }))
    .filter(({ route }) => PRIVATE.test(route) && route !== NOWHERE)
    .sort((one, other) => (one.route < other.route ? -1 : 1))
}

/** A page answers GET, and POST where it holds a form with an action; a route what it exports. */
function methodsOf(folder: string, name: string): string[] {
  if (name === 'page.tsx') return ['GET']
  const source = readFileSync(join(folder, name), 'utf8')
  return [...source.matchAll(/export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/g)].map(
    ([, method]) => method as string,
  )
}
