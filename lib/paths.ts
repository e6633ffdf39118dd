/** Every address of the application that code writes, as a function. The names are a contract with the outside. */

type InSection = { slug: string; section: { slug: string } }

const part = (text: string) => encodeURIComponent(text)
const paged = (path: string, page: number) => (page > 1 ? `${path}?page=${page}` : path)

const FEED_FILES = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const

/** What the desk looks up while somebody types. */
export type Findable = 'articles' | 'pictures' | 'tags' | 'authors'

export const paths = {
  home: () => '/',
  section: (slug: string, page = 1) => paged(`/${part(slug)}`, page),
  article: (article: InSection) => `/${part(article.section.slug)}/${part(article.slug)}`,
  /** The article as Markdown. */
  twin: (article: InSection) => `${paths.article(article)}.md`,
  /** The picture beside a shared link, of an article or else of the paper; lib/cards/card-face.ts says the version. */
  card: (version: string, article?: InSection) => `${article ? paths.article(article) : ''}/card/${version}.jpg`,
  /** What changed in the article since it was published, for readers and for machines. */
  changes: (article: InSection) => `${paths.article(article)}/changes`,
  changesExport: (article: InSection) => `${paths.article(article)}/changes.json`,
  comments: (article: InSection) => `${paths.article(article)}#comments`,
  /** A comment with what stands around it, wherever that is. */
  comment: (article: InSection, id: number) => `${paths.article(article)}?comment=${id}#comment-${id}`,
  /** @param query as lib/comments/comment-view.ts writes it */
  conversation: (article: InSection, query: string, anchor = 'comments') =>
    `${paths.article(article)}${query}#${anchor}`,
  commentsFeed: (article: InSection) => `${paths.article(article)}/comments.xml`,
  postComment: () => '/comments',
  commentDeed: (id: number, deed: string) => `/comments/${id}/${deed}`,
  writeComment: (articleId: number, parentId: number | null = null, quoted = false) =>
    `/comments/write?article=${articleId}${parentId ? `&parent=${parentId}` : ''}${quoted ? '&quote=1' : ''}`,
  keptComment: () => '/comments/write?kept=1',
  changeComment: (id: number) => `/comments/change/${id}`,
  reportComment: (id: number) => `/comments/report/${id}`,
  /** Where a moderator says why a comment is hidden. */
  hideComment: (id: number) => `/comments/hide/${id}`,
  appealComment: (id: number) => `/comments/appeal/${id}`,
  /** One comment by itself, with what cannot be done about it. */
  oneComment: (id: number) => `/comments/about/${id}`,
  ownComments: (posted: number | null = null) =>
    posted === null ? '/account/comments' : `/account/comments?posted=${posted}#comment-${posted}`,
  tag: (slug: string, page = 1) => paged(`/tag/${part(slug)}`, page),
  author: (handle: string, page = 1) => paged(`/author/${part(handle)}`, page),
  /** What another site needs to show an address of ours as a card. */
  oEmbed: (address: string, format: 'json' | 'xml') =>
    `/oembed?url=${part(address)}${format === 'json' ? '' : `&format=${format}`}`,
  sitemapIndex: () => '/sitemap.xml',
  sitemap: (name: string) => `/sitemaps/${name}`,
  newsSitemap: () => '/news-sitemap.xml',
  /** A feed of the list at a path; of the whole site without one. */
  feed: (format: keyof typeof FEED_FILES, list = '/') => `${list === '/' ? '' : list}/${FEED_FILES[format]}`,
  /** @param query the parameters, as lib/search/search-input.ts writes them */
  search: (query = '') => (query ? `/search?${query}` : '/search'),
  latest: (page = 1) => paged('/latest', page),
  corrections: (page = 1) => paged('/corrections', page),
  correctionsFeed: () => '/corrections/feed.xml',
  /** A year, month or day of the archive, such as `2026`, `2026-11` or `2026-11-24`; the whole of it without one. */
  archive: (period = '', page = 1) => paged(['/archive', ...period.split('-').filter(Boolean)].join('/'), page),
  /** What a device shows in the place of a page that it has not kept. */
  offline: () => '/offline',
  saved: () => '/saved',
  theme: () => '/theme',
  themeStyles: () => '/theme.css',
  /** @param back the path to return to */
  signIn: (back = '') => (back ? `/sign-in?back=${part(back)}` : '/sign-in'),
  signInByPassword: (back = '') => `/sign-in?with=password${back && `&back=${part(back)}`}`,
  signUp: (back = '') => (back ? `/sign-up?back=${part(back)}` : '/sign-up'),
  /** Where signing in with an account elsewhere begins. */
  beginProvider: () => '/sign-in/provider',
  accountProviders: (done = '') => `/account/providers${done && `?done=${done}`}`,
  removeProvider: () => '/account/providers/remove',
  /** Where a code is asked for. */
  sendCode: () => '/sign-in/code',
  /** Where a code that was sent is entered. @param request the id of the request for it */
  verify: (request: string) => `/verify?request=${part(request)}`,
  /** Where the link in such a mail leads. */
  verifyByLink: (token: string) => `/verify?token=${part(token)}`,
  enterCode: () => '/verify/code',
  followLink: () => '/verify/link',
  /** Where somebody whose mailbox is known to be theirs says what they are called. */
  nameNewcomer: (request: string) => `/sign-up/name?request=${part(request)}`,
  finishSignUp: () => '/sign-up/finish',
  beginSignUp: () => '/sign-up/begin',
  /** Where the form with e-mail address and password is sent. */
  passwordSignIn: () => '/sign-in/password',
  signOut: () => '/sign-out',
  account: () => '/account',
  /** What somebody was told. */
  notifications: (page = 1) => paged('/account/notifications', page),
  /** Leads on to what a notification is about. */
  notification: (id: number) => `/account/notifications/${id}`,
  markNotifications: () => '/account/notifications/read',
  notificationMail: () => '/account/notifications/mail',
  chooseNotificationMail: () => '/account/notifications/mail/choose',
  /** @param token as lib/notifications/unsubscribe.ts makes it */
  unsubscribe: (token: string) => `/account/unsubscribe/${token}`,
  unsubscribePage: () => '/account/unsubscribe',
  /** What somebody saved in their account; what a device keeps is at `saved`. */
  savedArticles: (page = 1) => paged('/account/saved', page),
  /** Where an article is put on that list or taken off it; a page asks whoever had to sign in first. */
  saveArticle: () => '/account/saved/change',
  saveAfterwards: (articleId: number) => `/account/saved/add?article=${articleId}`,
  following: () => '/account/following',
  followTopic: () => '/account/following/change',
  followAfterwards: (kind: string, slug: string) => `/account/following/add?kind=${kind}&topic=${part(slug)}`,
  /** Whose comments somebody does not want to read. */
  mutedPeople: (done = '') => `/account/muted${done && `?done=${done}`}`,
  /** What somebody reported, and what became of it. */
  ownReports: (page = 1) => paged('/account/reports', page),
  /** Whether one person is muted, and muting them. */
  mutedPerson: (id: number, done = '') => `/account/muted?person=${id}${done && `&done=${done}`}`,
  mutePerson: () => '/account/muted/add',
  unmutePerson: () => '/account/muted/end',
  accountExport: (done = '') => `/account/export${done && `?done=${done}`}`,
  askForExport: () => '/account/export/ask',
  exportFile: () => '/account/export/file',
  accountDeletion: (done = '') => `/account/delete${done && `?done=${done}`}`,
  askForDeletion: () => '/account/delete/ask',
  keepAccount: () => '/account/delete/keep',
  accountSecurity: (part = '') => `/account/security${part && `/${part}`}`,
  /** Where staff without a second factor are led. */
  setUpSecondFactor: (back: string) => `/account/security?needed=${part(back)}`,
  /** The second step of signing in. */
  confirmSignIn: (back = '') => `/sign-in/confirm${back && `?back=${part(back)}`}`,
  confirmByCode: () => '/sign-in/confirm/code',
  confirmByPasskey: () => '/sign-in/confirm/passkey',
  accountProfile: (done = '') => `/account/profile${done && `?done=${done}`}`,
  saveProfile: () => '/account/profile/save',
  changePortrait: () => '/account/profile/portrait',
  /** What everyone may know of somebody who comments. */
  commenter: (personId: number, page = 1) => paged(`/commenter/${personId}`, page),
  /** Somebody's portrait. @param key as the portrait has it */
  portrait: (key: string) => `/media/portraits/${key}.webp`,
  accountMailbox: (done = '') => `/account/mailbox${done && `?done=${done}`}`,
  changeMailbox: () => '/account/mailbox/change',
  accountPassword: (done = '') => `/account/password${done && `?done=${done}`}`,
  changePassword: () => '/account/password/change',
  accountSessions: (done = '') => `/account/sessions${done && `?done=${done}`}`,
  endSession: () => '/account/sessions/end',
  endOtherSessions: () => '/account/sessions/end-others',
  dashboard: () => '/dashboard',
  previewArticle: (id: number) => `/dashboard/preview/articles/${id}`,
  sharedPreview: (key: string) => `/dashboard/preview/shared/${key}`,
  previewPicture: (key: string, id: number, width: number, format: string) =>
    `/dashboard/preview/pictures/${key}/${id}-${width}.${format}`,
  previewLinks: (id: number, done = '') => `/dashboard/articles/${id}/previews${done && `?done=${done}`}`,
  mediaLibrary: (query = '') => `/dashboard/media${query && `?${query}`}`,
  mediaDesk: (id: number, done = '') => `/dashboard/media/${id}${done && `?done=${done}`}`,
  uploadMedia: () => '/dashboard/media/upload',
  replaceMedia: (id: number) => `/dashboard/media/${id}/replace`,
  dashboardFronts: () => '/dashboard/fronts',
  dashboardFront: (front: string) => `/dashboard/fronts/${part(front)}`,
  /** The front as its draft would make it. */
  frontPreview: (front: string) => `/dashboard/preview/fronts/${part(front)}`,
  /** The list of the desk. @param query the parameters, as lib/articles/desk/list-input.ts writes them */
  deskArticles: (query = '') => (query ? `/dashboard/articles?${query}` : '/dashboard/articles'),
  newArticle: () => '/dashboard/articles/new',
  deskArticle: (id: number) => `/dashboard/articles/${id}`,
  publishSheet: (id: number, query = '') => `/dashboard/articles/${id}/publish${query && `?${query}`}`,
  due: () => '/dashboard/due',
  articleSave: (id: number) => `/dashboard/articles/${id}/save`,
  articlePresence: (id: number) => `/dashboard/articles/${id}/presence`,
  revisions: (id: number) => `/dashboard/articles/${id}/revisions`,
  articleNotes: (id: number) => `/dashboard/articles/${id}#notes`,
  /** A picture as those who write see it, published or not. */
  deskPicture: (id: number, crop = '') => `/dashboard/pictures/${id}${crop && `?crop=${crop}`}`,
  /** What the editor looks up: own articles to link to, pictures to set. */
  deskFind: (what: Findable, words: string) => `/dashboard/find/${what}?q=${part(words)}`,
  auditLog: (parameters = '') => `/dashboard/audit${parameters}`,
  auditExport: (format: 'csv' | 'json', parameters = '') => `/dashboard/audit/export.${format}${parameters}`,
  /** How much is read, of everything or of one article. @param query as lib/numbers/numbers.ts writes it */
  numbers: (query = '', articleId: number | null = null) =>
    `/dashboard/numbers${articleId === null ? '' : `/${articleId}`}${query && `?${query}`}`,
  numbersExport: (query: string) => `/dashboard/numbers/export.csv?${query}`,
  people: (parameters = '') => `/dashboard/people${parameters}`,
  person: (id: number) => `/dashboard/people/${id}`,
  invite: () => '/dashboard/people/invite',
  /** Where an invitation is accepted. */
  join: (token: string) => `/account/join?token=${part(token)}`,
  acceptInvitation: () => '/account/join/accept',
  settings: (topic = '') => `/dashboard/settings${topic && `/${topic}`}`,
  logo: () => '/dashboard/settings/logo',
  /** The house's colour, where it is not petrol. */
  accentStyles: () => '/accent.css',
  sectionsDesk: () => '/dashboard/sections',
  newSection: () => '/dashboard/sections/new',
  sectionDesk: (id: number) => `/dashboard/sections/${id}`,
  missingAddresses: (parameters = '') => `/dashboard/redirects/missing${parameters}`,
  redirectsDesk: (parameters = '') => `/dashboard/redirects${parameters}`,
  tagDesk: (id: number) => `/dashboard/tags/${id}`,
  tagsDesk: (parameters = '') => `/dashboard/tags${parameters}`,
  /** The queue of moderators. @param parameters its tab, filters and page */
  moderation: (parameters = '') => `/dashboard/moderation${parameters}`,
  /** How many comments are in each tab of the queue by now. */
  queueCounts: (query: string) => `/dashboard/moderation/counts${query}`,
  /** A comment of the queue on a page of its own. @param parameters where in the queue one came from */
  queuedComment: (id: number, parameters = '') => `/dashboard/moderation/items/${id}${parameters}`,
  /** Says that somebody still looks at it, or no more. */
  queuedCommentClaim: (id: number) => `/dashboard/moderation/items/${id}/claim`,
  moderationRules: (parameters = '') => `/dashboard/moderation/rules${parameters}`,
  /** What happened to comments. @param days how far back */
  moderationNumbers: (days?: number) => `/dashboard/moderation/numbers${days === undefined ? '' : `?days=${days}`}`,
  /** What moderators know of a person. @param parameters of the list of their comments */
  moderatedPerson: (id: number, parameters = '') => `/dashboard/moderation/people/${id}${parameters}`,
  /** Reports of illegal content. @param parameters which of them, and the page */
  illegalReports: (parameters = '') => `/dashboard/moderation/reports${parameters}`,
  /** Where one is decided on and answered. */
  illegalReport: (id: number, parameters = '') => `/dashboard/moderation/reports/${id}${parameters}`,
  /** What readers are asked above composers. @param parameters which articles, and the page */
  readersQuestions: (parameters = '') => `/dashboard/moderation/questions${parameters}`,
  readersQuestion: (articleId: number, parameters = '') => `/dashboard/moderation/questions/${articleId}${parameters}`,
  reset: () => '/reset',
  requestReset: () => '/reset/request',
  /** Where the form behind such a link is sent. */
  spendReset: () => '/reset/choose',
  resetSent: () => '/reset?sent',
  passwordChosen: () => '/reset?done',
  /** Where a new account, or one whose password is to be chosen anew, is finished. */
  choosePassword: (token: string) => `/reset?token=${part(token)}`,
}

/** The first part of addresses that are taken, so that no section can be called so. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  '_next',
  'accent.css',
  'account',
  'api',
  'archive',
  'atom.xml',
  'author',
  'card',
  'commenter',
  'comments',
  'corrections',
  'dashboard',
  'feed.json',
  'feed.xml',
  'fonts',
  'healthz',
  'icons',
  'latest',
  'llms.txt',
  'manifest.webmanifest',
  'markdown',
  'media',
  'metrics',
  'news-sitemap.xml',
  'offline',
  'oembed',
  'reader',
  'readyz',
  'reset',
  'robots.txt',
  'saved',
  'search',
  'sign-in',
  'sign-out',
  'sign-up',
  'sitemap.xml',
  'sitemaps',
  'sw.js',
  'tag',
  'theme',
  'theme.css',
  'verify',
])

/**
 * A part of an address as its page gets it, in plain letters. Next hands some callers the part decoded and others as it
 * stood in the address; a name of ours never holds a percent sign, so that decoding twice changes nothing.
 */
export function readPart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
