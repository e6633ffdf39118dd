// Saves an article on this device, with its pictures, for reading without a connection.
import { KEPT_FILES, SAVED } from './kept.js'

const name = SAVED + location.pathname
const buttons = []

for (const actions of globalThis.caches ? document.querySelectorAll('.actions') : []) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Save'
  button.addEventListener('click', toggle)
  const item = document.createElement('li')
  item.append(button)
  actions.append(item)
  buttons.push(button)
}
if (buttons.length > 0) show(await caches.has(name))

function show(isSaved) {
  for (const button of buttons) button.setAttribute('aria-pressed', isSaved)
}

async function toggle({ currentTarget }) {
  const isSaved = currentTarget.getAttribute('aria-pressed') === 'true'
  for (const button of buttons) button.disabled = true
  try {
    if (isSaved) await caches.delete(name)
    else await save()
    show(!isSaved)
  } catch {
    await caches.delete(name)
    show(false)
  }
  for (const button of buttons) button.disabled = false
  currentTarget.focus()
}

async function save() {
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
