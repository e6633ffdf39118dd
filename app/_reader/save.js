// Saves an article: on this device, with its pictures, for reading without a connection; and in the account of whoever is
// signed in.
import { KEPT_FILES, SAVED } from './kept.js'

const name = SAVED + location.pathname
const forms = document.querySelectorAll('.save')
const buttons = [...forms].map((form) => form.querySelector('button'))
const isSignedIn = /(?:^|; )signed-in=1/.test(document.cookie)

function show(isSaved) {
  for (const button of buttons) button.setAttribute('aria-pressed', isSaved)
}

async function toggle(event) {
  event.preventDefault()
  const form = event.currentTarget
  const button = form.querySelector('button')
  const isSaved = button.getAttribute('aria-pressed') === 'true'
  for (const one of buttons) one.disabled = true
  try {
    if (isSignedIn) await tellAccount(form, isSaved)
    if (globalThis.caches) await (isSaved ? caches.delete(name) : keep())
    show(!isSaved)
  } catch {
    await globalThis.caches?.delete(name)
    show(false)
  }
  for (const one of buttons) one.disabled = false
  button.focus()
}

async function tellAccount(form, isSaved) {
  const body = new URLSearchParams(new FormData(form))
  if (isSaved) body.set('saved', 'no')
  const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } })
  // A session that ended meanwhile leaves what the device can do by itself.
  if (!answer.ok && answer.status !== 401) throw new Error(`The account answered ${answer.status}.`)
}

async function keep() {
  const page = await fetch(location.pathname)
  if (!page.ok) throw new Error(`The page answered ${page.status}.`)
  const headers = new Headers(page.headers)
  headers.set('x-headline', encodeURIComponent(document.querySelector('h1').textContent))
  headers.set('x-saved-at', new Date().toISOString())
  const cache = await caches.open(name)
  await cache.put(location.pathname, new Response(await page.blob(), { headers }))
  const loaded = performance.getEntriesByType('resource').map((entry) => entry.name)
  const pictures = [...document.images].map((image) => image.currentSrc || image.src)
  const own = [...new Set([...loaded, ...pictures])].filter(
    (file) => file.startsWith(location.origin) && KEPT_FILES.test(new URL(file).pathname),
  )
  await Promise.allSettled(own.map((file) => cache.add(file)))
  localStorage.removeItem('offline')
  await navigator.serviceWorker?.register('/sw.js')
}

async function isInAccount() {
  if (!isSignedIn) return false
  const answer = await fetch(`/api/account/saved/${forms[0].elements.article.value}`).catch(() => null)
  return answer?.ok && (await answer.json()).saved
}

async function begin() {
  for (const form of forms) form.addEventListener('submit', toggle)
  show(((await globalThis.caches?.has(name)) || (await isInAccount())) === true)
}

if (forms.length > 0 && (globalThis.caches || isSignedIn)) begin()
