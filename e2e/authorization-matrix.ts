import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LIVE_ADDRESS } from '@/lib/serving/comment-streams'
import { DEPTH_ADDRESS } from '@/lib/serving/read-depths'
import { routeOf } from './public-surfaces'

const APP = fileURLToPath(new URL('../app', import.meta.url))

/**
 * Everyone who can come to a door. The banned person holds a session from before; the unproven admin has yet to set up the
 * second factor that the newsroom wants; the last two are limited to a section in which nothing that is tried on stands.
 */
export const EVERYONE = [
  ...(['nobody', 'banned', 'unproven admin', 'commenter', 'author', 'moderator', 'editor', 'admin'] as const),
  ...(['moderator elsewhere', 'editor elsewhere'] as const),
] as const
export type Who = (typeof EVERYONE)[number]

/**
 * Who may: `public` is the same for everyone, or opens to a secret that comes with the request; `own` is for everyone who
 * is signed in, each their own; a list is of the staff who may. Whoever is not in it is refused.
 */
export type Rule = 'public' | 'own' | readonly Who[]

/** What exists in the newsroom that is tried on. */
export type Known = Record<'person' | 'article' | 'comment' | 'report' | 'picture' | 'tag' | 'section', number>

export type Line = {
  may: Rule
  /** Who may send something there, where it is fewer than may read it. */
  mayWrite?: Rule
  /** An address that the route answers, where it is not the route itself. */
  at?: (known: Known) => string
  /** Reading it shows nothing of anybody: it leads on, or says what a stranger may know. */
  isReadByAll?: boolean
  /** Whoever is banned is told so, or nothing, which is no refusal; of what is their own they are shown nothing. */
  tellsBanned?: boolean
}

export const STAFF = ['author', 'moderator', 'moderator elsewhere', 'editor', 'editor elsewhere', 'admin'] as const
export const WRITERS = ['author', 'editor', 'editor elsewhere', 'admin'] as const
/** For an article that is not the author's own, and for what holds in every section. */
export const EDITORS = ['editor', 'admin'] as const
/** For what editors of every section do alike, wherever they work. */
export const ALL_EDITORS = ['editor', 'editor elsewhere', 'admin'] as const
export const KEEPERS = ['moderator', 'moderator elsewhere', 'editor', 'editor elsewhere', 'admin'] as const
/** For what readers did with an article in a section. */
const STAFF_HERE = ['author', 'moderator', 'editor', 'admin'] as const
/** For a comment in a section. */
export const KEEPERS_HERE = ['moderator', 'editor', 'admin'] as const
export const ADMINS = ['admin'] as const

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
    ...['/account/mailbox', '/account/password', '/account/profile', '/account/sessions'],
    '/account/muted',
    '/account/reports',
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
    '/account/muted/add',
    '/account/muted/end',
  ),
  '/account/notifications/*': { may: 'own', at: () => '/account/notifications/1', isReadByAll: true },
  '/api/account/following/*/*': { may: 'own', at: () => '/api/account/following/section/politics', tellsBanned: true },
  '/api/account/muted/*': { may: 'own', at: ({ person }) => `/api/account/muted/${person}`, tellsBanned: true },
  '/api/account/saved': { may: 'own', tellsBanned: true },
  '/api/account/saved/*': { may: 'own', at: ({ article }) => `/api/account/saved/${article}`, tellsBanned: true },
  // Nobody's, as long as no other service to sign in by is set up.
  '/account/providers': { may: [] },
  '/comments': { may: 'own', isReadByAll: true },
  '/comments/mine': { may: 'own', at: ({ article }) => `/comments/mine?article=${article}`, tellsBanned: true },
  '/comments/*/*': { may: 'own', at: ({ comment }) => `/comments/${comment}/delete`, isReadByAll: true },
  '/comments/about/*': { may: 'public' },
  '/comments/appeal/*': { may: 'own', at: ({ comment }) => `/comments/appeal/${comment}`, isReadByAll: true },
  '/comments/change/*': { may: 'own', at: ({ comment }) => `/comments/change/${comment}`, isReadByAll: true },
  '/comments/hide/*': { may: KEEPERS_HERE, at: ({ comment }) => `/comments/hide/${comment}` },
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
  '/dashboard/fronts': { may: ALL_EDITORS },
  '/dashboard/fronts/*': { may: EDITORS, at: () => '/dashboard/fronts/home' },
  '/dashboard/media': { may: WRITERS },
  '/dashboard/media/*': { may: WRITERS, at: ({ picture }) => `/dashboard/media/${picture}` },
  '/dashboard/media/*/replace': {
    may: WRITERS,
    mayWrite: EDITORS,
    at: ({ picture }) => `/dashboard/media/${picture}/replace`,
    isReadByAll: true,
  },
  '/dashboard/media/upload': { may: WRITERS, isReadByAll: true },
  '/dashboard/moderation': { may: KEEPERS },
  '/dashboard/moderation/counts': { may: KEEPERS },
  '/dashboard/moderation/items/*': { may: KEEPERS_HERE, at: ({ comment }) => `/dashboard/moderation/items/${comment}` },
  '/dashboard/moderation/items/*/claim': {
    may: KEEPERS_HERE,
    at: ({ comment }) => `/dashboard/moderation/items/${comment}/claim`,
  },
  '/dashboard/moderation/numbers': { may: KEEPERS },
  '/dashboard/moderation/rules': { may: KEEPERS },
  '/dashboard/moderation/questions': { may: KEEPERS },
  '/dashboard/moderation/questions/*': {
    may: KEEPERS_HERE,
    at: ({ article }) => `/dashboard/moderation/questions/${article}`,
  },
  '/dashboard/moderation/reports': { may: KEEPERS },
  '/dashboard/moderation/reports/*': {
    may: KEEPERS_HERE,
    at: ({ report }) => `/dashboard/moderation/reports/${report}`,
  },
  '/dashboard/moderation/people/*': { may: KEEPERS, at: ({ person }) => `/dashboard/moderation/people/${person}` },
  '/dashboard/numbers': { may: STAFF },
  '/dashboard/numbers/*': { may: STAFF_HERE, at: ({ article }) => `/dashboard/numbers/${article}` },
  '/dashboard/numbers/export.csv': { may: STAFF },
  '/dashboard/people': { may: ADMINS },
  '/dashboard/people/*': { may: ADMINS, at: ({ person }) => `/dashboard/people/${person}` },
  '/dashboard/people/invite': { may: ADMINS },
  '/dashboard/pictures/*': { may: WRITERS, at: ({ picture }) => `/dashboard/pictures/${picture}` },
  '/dashboard/preview/articles/*': { may: EDITORS, at: ({ article }) => `/dashboard/preview/articles/${article}` },
  '/dashboard/preview/pictures/*/*': {
    may: WRITERS,
    at: ({ picture }) => `/dashboard/preview/pictures/desk/${picture}-320.jpg`,
  },
  '/dashboard/preview/shared/*': { may: [], at: () => '/dashboard/preview/shared/1-made-up' },
  '/dashboard/preview/fronts/*': { may: EDITORS, at: () => '/dashboard/preview/fronts/home' },
  '/dashboard/redirects': { may: EDITORS },
  '/dashboard/redirects/missing': { may: EDITORS },
  '/dashboard/sections': { may: ADMINS },
  '/dashboard/sections/*': { may: ADMINS, at: ({ section }) => `/dashboard/sections/${section}` },
  '/dashboard/sections/new': { may: ADMINS },
  '/dashboard/tags': { may: ALL_EDITORS },
  '/dashboard/tags/*': { may: ALL_EDITORS, at: ({ tag }) => `/dashboard/tags/${tag}` },
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

/**
 * Doors that the server answers before the application is asked: streams of new comments are read by everyone whose
 * session holds, and how far an article was read is said by anybody.
 */
export const BESIDE_THE_APPLICATION: Record<string, { methods: string[]; refusedTo: readonly Who[] }> = {
  [LIVE_ADDRESS]: { methods: ['GET'], refusedTo: ['banned'] },
  [DEPTH_ADDRESS]: { methods: ['POST'], refusedTo: [] },
}

/** First parts of addresses that the server answers to one person: lib/serving/private-pages.ts. */
const PRIVATE =
  /^\/(?:account|api\/account|comments|dashboard|reset|sign-in|sign-out|sign-up|theme|theme\.css|verify)(?:\/|$)/

/** What is nobody's page, for which the answers are tried apart. */
const NOWHERE = new Set(['/dashboard/**', '/account/**'])

/** Every door of the application that is not a public document. */
export function doorsOfTheApplication(): Door[] {
  const files = readdirSync(APP, { recursive: true, withFileTypes: true })
  return files
    .filter((file) => file.isFile() && /^(?:page\.tsx|route\.ts)$/.test(file.name))
    .map((file) => ({ route: routeOf(relative(APP, file.parentPath)), methods: methodsOf(file.parentPath, file.name) }))
    .filter(({ route }) => PRIVATE.test(route) && !NOWHERE.has(route))
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
