/** What somebody may know, or guess, of an article that is not for them. */
export type Secret = {
  /** The site's origin, as its own addresses have it. */
  site: string
  id: number
  slug: string
  headline: string
  section: string
  tag: string
  author: string
  /** A word of its text, and of nothing else. */
  bodyWord: string
  /** A word of its headline, and of nothing else. */
  headWord: string
  /** The day it is dated. */
  day: string
  /** The address of a picture that no public article shows; empty when there is none. */
  picture: string
  /** A public article that names it as related. */
  neighbour: string
}

export type Surface = {
  /** Pages that would list or mention it. */
  around?: (secret: Secret) => string[]
  /** Lists of what it is about, which are there as soon as anything public is in them, and not before. */
  about?: (secret: Secret) => string[]
  /** Addresses that name it themselves; they answer as for an article that nobody wrote. */
  own?: (secret: Secret) => string[]
}

const FEEDS = ['feed.xml', 'atom.xml', 'feed.json'] as const
const article = ({ section, slug }: Secret) => `/${section}/${slug}`
/** The word with a letter left out in its middle: what a helpful search would put right. */
const mistyped = (word: string) => word.slice(0, 4) + word.slice(5)

/** The feeds below a place, as routes and as addresses. */
function feeds(route: string, around: (secret: Secret) => string): Record<string, Surface> {
  return Object.fromEntries(
    FEEDS.map((file) => [`${route}/${file}`, { around: (secret: Secret) => [`${around(secret)}/${file}`] }]),
  )
}

/**
 * Every route of the application that is for everyone and where an outsider would look on it; a part that varies is a
 * star. Routes that belong to one person or do something show an outsider nothing, and are looked at as they stand.
 */
export const SURFACES: Record<string, Surface> = {
  '/': { around: () => ['/'] },
  '/*': { around: ({ section }) => [`/${section}`, `/${section}?page=2`] },
  '/*/*': { around: ({ neighbour }) => [neighbour], own: (secret) => [article(secret)] },
  '/*/*/card/*': {
    own: (secret) => [`${article(secret)}/card/0123456789ab.jpg`, `${article(secret)}/card/x.jpg`],
  },
  '/card/*': { around: () => ['/card/0123456789ab.jpg'] },
  '/*/*/comments.xml': { own: (secret) => [`${article(secret)}/comments.xml`] },
  '/*/*/**': { own: (secret) => [`${article(secret)}/2`] },
  '/*/*/changes': { own: (secret) => [`${article(secret)}/changes`] },
  '/*/*/changes.json': { own: (secret) => [`${article(secret)}/changes.json`] },
  '/archive/**': {
    around: ({ day }) => ['/archive', `/archive/${day.slice(0, 4)}`, `/archive/${day.slice(0, 7).replace('-', '/')}`],
    about: ({ day }) => [`/archive/${day.replaceAll('-', '/')}`],
  },
  '/author/*': { about: ({ author }) => [`/author/${author}`, `/author/${author}?page=2`] },
  '/commenter/*': { around: () => ['/commenter/1'] },
  '/corrections': { around: () => ['/corrections'] },
  '/corrections/feed.xml': { around: () => ['/corrections/feed.xml'] },
  '/offline': { around: () => ['/offline'] },
  '/saved': { around: () => ['/saved'] },
  '/latest': { around: () => ['/latest', '/latest?page=2'] },
  '/search': {
    around: ({ bodyWord, headWord, tag, author }) => [
      '/search',
      `/search?q=${bodyWord}`,
      `/search?q=${bodyWord.slice(0, 6)}`,
      `/search?q=${mistyped(headWord)}`,
      `/search?q=${tag}`,
      `/search?q=lantern&author=${author}`,
    ],
  },
  '/tag/*': { about: ({ tag }) => [`/tag/${tag}`, `/tag/${tag}?page=2`] },
  ...feeds('', () => ''),
  ...feeds('/*', ({ section }) => `/${section}`),
  ...feeds('/tag/*', ({ tag }) => `/tag/${tag}`),
  ...feeds('/author/*', ({ author }) => `/author/${author}`),
  '/accent.css': { around: () => ['/accent.css'] },
  '/llms.txt': { around: () => ['/llms.txt'] },
  '/manifest.webmanifest': { around: () => ['/manifest.webmanifest'] },
  '/markdown/*/*': { own: (secret) => [`${article(secret)}.md`, `/markdown${article(secret)}.md`] },
  '/oembed': {
    own: (secret) =>
      ['json', 'xml'].map(
        (format) => `/oembed?url=${encodeURIComponent(secret.site + article(secret))}&format=${format}`,
      ),
  },
  '/news-sitemap.xml': { around: () => ['/news-sitemap.xml'] },
  '/robots.txt': { around: () => ['/robots.txt'] },
  '/sitemap.xml': { around: () => ['/sitemap.xml'] },
  '/sitemaps/*': {
    around: () =>
      ['pages', 'articles', 'tags', 'authors'].flatMap((kind) => [1, 2].map((part) => `/sitemaps/${kind}-${part}.xml`)),
  },
  '/api/v1/**': { around: () => ['/api/v1'] },
  '/api/v1/articles': {
    around: ({ section, tag, author, bodyWord, day }) => [
      '/api/v1/articles?limit=100',
      `/api/v1/articles?section=${section}&limit=100`,
      `/api/v1/articles?tag=${tag}`,
      `/api/v1/articles?author=${author}`,
      `/api/v1/articles?q=${bodyWord}`,
      `/api/v1/articles?from=${day}&to=${day}`,
    ],
  },
  '/api/v1/articles/*': { own: ({ slug, id }) => [`/api/v1/articles/${slug}`, `/api/v1/articles/${id}`] },
  '/api/v1/authors': { around: () => ['/api/v1/authors?limit=100'] },
  '/api/v1/openapi.json': { around: () => ['/api/v1/openapi.json'] },
  '/api/v1/search': {
    around: ({ bodyWord, headWord, tag, author, day }) => [
      '/api/v1/search',
      `/api/v1/search?q=${bodyWord}`,
      `/api/v1/search?q=${bodyWord.slice(0, 6)}`,
      `/api/v1/search?q=${mistyped(headWord)}`,
      `/api/v1/search?q=${tag}&sort=newest`,
      `/api/v1/search?q=lantern&author=${author}`,
      `/api/v1/search?q=is+lit+at+last&from=${day}&to=${day}`,
    ],
  },
  '/api/v1/sections': { around: () => ['/api/v1/sections'] },
  '/api/v1/tags': { around: () => ['/api/v1/tags?limit=100'] },
  '/theme.css': { around: () => ['/theme.css'] },
}

/** What is public and is no route of the application: the server answers it before the application is asked. */
export const BESIDE_THE_APPLICATION: Surface = {
  around: () => ['/healthz', '/favicon.ico'],
  own: (secret) => [
    ...(secret.picture ? [secret.picture, secret.picture.replace('.jpg', '.avif')] : []),
    `/${secret.id}`,
    `/${secret.section}/${secret.id}`,
    `/media/${secret.id}/${secret.slug}-320.jpg`,
  ],
}
