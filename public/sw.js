// What was read or saved can be read without a connection. A page is always asked for anew first, so that nobody who is
// online sees an old one; only without an answer is the kept one shown. To end it everywhere, publish a worker that
// unregisters itself: this file is asked for anew each time.
const VERSION = 2
const SHELL = `shell-${VERSION}`
const PAGES = `pages-${VERSION}`
const FILES = `files-${VERSION}`
const SAVED = 'saved:'
const OFFLINE = '/offline'
const SHELL_PAGES = [OFFLINE, '/saved']
/** Files whose name changes with their content. */
const UNCHANGING =
  /^\/(?:media|_next\/static)\/|^\/fonts\/[\w-]+-[0-9a-f]{8}\.woff2$|^\/reader\/(?:[\w-]+-[0-9A-Z]{8}\.(?:js|css)|styles-[\w-]{16}\.css)$/
const MOST_PAGES = 50
const MOST_FILES = 300

addEventListener('install', (event) => {
  event.waitUntil(fillShell().then(() => skipWaiting()))
})

addEventListener('activate', (event) => {
  event.waitUntil(takeOver())
})

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || request.headers.has('range')) return
  if (request.mode === 'navigate') event.respondWith(answerPage(event))
  else if (UNCHANGING.test(pathname)) event.respondWith(answerUnchanging(event))
  else if (/^\/(?:fonts|icons|reader)\//.test(pathname)) event.respondWith(answerFile(event))
})

/** The page that was open before there was a worker, and what it had loaded; or a page that asks whether it is a kept one. */
addEventListener('message', (event) => {
  const { page, files = [], question } = event.data ?? {}
  if (page) event.waitUntil(keepWhole(page, files))
  if (question) event.source.postMessage({ isKept: shownAsKept.delete(event.source.id) })
})

const shownAsKept = new Set()

async function fillShell() {
  const shell = await caches.open(SHELL)
  for (const page of SHELL_PAGES) {
    const response = await fetch(page, { cache: 'no-cache' })
    if (!response.ok) throw new Error(`${page}: ${response.status}`)
    const html = await response.clone().text()
    const parts = html.matchAll(/(?:href|src|data-page-script)="(\/(?:_next\/static|reader|fonts|icons)\/[^"]+)"/g)
    await Promise.all([...new Set([...parts].map(([, part]) => part))].map((part) => shell.add(part)))
    await shell.put(page, response)
  }
}

async function takeOver() {
  const current = new Set([SHELL, PAGES, FILES])
  const old = (await caches.keys()).filter((name) => !current.has(name) && !name.startsWith(SAVED))
  await Promise.all(old.map((name) => caches.delete(name)))
  await registration.navigationPreload?.enable()
  await clients.claim()
}

async function answerPage(event) {
  const address = addressOf(event.request.url)
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request))
    event.waitUntil(note(address, response.clone()))
    return response
  } catch {
    const page = await kept(address)
    if (page) shownAsKept.add(event.resultingClientId)
    return page ?? (await caches.match(OFFLINE)) ?? Response.error()
  }
}

/** Keeps what everyone may keep, and forgets what has been withdrawn. */
async function note(address, response) {
  const { pathname, search } = new URL(address)
  if (response.status === 404 || response.status === 410) {
    await caches.delete(SAVED + pathname)
    await (await caches.open(PAGES)).delete(address)
    return
  }
  if (!isForEveryone(response) || search) return
  if (await caches.has(SAVED + pathname)) await renew(pathname, response.clone())
  await put(PAGES, address, response, MOST_PAGES)
}

/** A saved article is as new as it was when it was last read; when it was saved stays. */
async function renew(pathname, response) {
  const saved = await caches.open(SAVED + pathname)
  const before = await saved.match(pathname)
  const headers = new Headers(response.headers)
  for (const name of ['x-headline', 'x-saved-at']) headers.set(name, before?.headers.get(name) ?? '')
  await saved.put(pathname, new Response(await response.blob(), { headers }))
}

/** What never changes under its address. */
async function answerUnchanging(event) {
  const { request } = event
  const known = await caches.match(request, { ignoreVary: true })
  if (known) return known
  try {
    const response = await fetch(request)
    if (response.status === 200) event.waitUntil(put(FILES, request.url, response.clone(), MOST_FILES))
    return response
  } catch (error) {
    const other = await otherSizeOf(new URL(request.url).pathname)
    if (other) return other
    throw error
  }
}

async function answerFile(event) {
  const { request } = event
  try {
    const response = await fetch(request)
    if (response.status === 200) event.waitUntil(put(FILES, request.url, response.clone(), MOST_FILES))
    return response
  } catch (error) {
    const known = await caches.match(request, { ignoreVary: true })
    if (known) return known
    throw error
  }
}

/** The same picture in whatever size there is. */
async function otherSizeOf(pathname) {
  const [picture] = /^\/media\/\d+\//.exec(pathname) ?? []
  if (!picture) return null
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    const request = (await cache.keys()).find(({ url }) => new URL(url).pathname.startsWith(picture))
    if (request) return cache.match(request)
  }
  return null
}

async function keepWhole(page, files) {
  const address = addressOf(page)
  await note(address, await fetch(address))
  const own = files.filter((file) => /^\/(?:media|_next\/static|fonts|icons|reader)\//.test(ownPath(file)))
  await Promise.allSettled(own.map(async (file) => put(FILES, file, await fetch(file), MOST_FILES)))
}

/** The newest goes to the end; what is too many goes from the beginning. */
async function put(name, address, response, most) {
  if (response.status !== 200) return
  const cache = await caches.open(name)
  await cache.delete(address, { ignoreVary: true })
  await cache.put(address, response)
  const addresses = await cache.keys()
  await Promise.all(addresses.slice(0, Math.max(0, addresses.length - most)).map((old) => cache.delete(old)))
}

async function kept(address) {
  const page = await (await caches.open(PAGES)).match(address, { ignoreVary: true })
  return page ?? caches.match(address, { ignoreVary: true })
}

/** Pages of one person say `no-store`. */
function isForEveryone(response) {
  const { headers, status, redirected } = response
  const isPage = headers.get('content-type')?.startsWith('text/html')
  return status === 200 && !redirected && isPage && headers.get('cache-control')?.includes('public')
}

function addressOf(url) {
  return url.split('#', 1)[0]
}

function ownPath(url) {
  const { origin, pathname } = new URL(url, location.origin)
  return origin === location.origin ? pathname : ''
}
