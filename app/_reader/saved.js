// Lists what this device keeps: what was saved, and which articles were read lately.
import { PAGES, SAVED } from './kept.js'

const place = document.querySelector('#kept')

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

async function savedArticles() {
  const names = (await caches.keys()).filter((name) => name.startsWith(SAVED))
  const found = names.map(async (name) => {
    const address = name.slice(SAVED.length)
    const page = await (await caches.open(name)).match(address, { ignoreVary: true })
    const headline = decodeURIComponent(page?.headers.get('x-headline') ?? '')
    return { name, address, headline: headline || address, at: page?.headers.get('x-saved-at') ?? '' }
  })
  return (await Promise.all(found)).sort((one, other) => other.at.localeCompare(one.at))
}

async function readArticles() {
  const name = (await caches.keys()).find((known) => PAGES.test(known))
  if (!name) return []
  const cache = await caches.open(name)
  const found = (await cache.keys()).map(async (request) => {
    const html = await (await cache.match(request, { ignoreVary: true })).text()
    const page = new DOMParser().parseFromString(html, 'text/html')
    const headline = page.querySelector('main > article h1')?.textContent
    return headline ? [{ address: new URL(request.url).pathname, headline }] : []
  })
  return (await Promise.all(found)).flat().reverse()
}

function list(articles, remove) {
  return element(
    'ul',
    { className: 'kept' },
    ...articles.map(({ address, headline, name }) => {
      const item = element('li', {}, element('a', { href: address }, headline))
      if (remove) {
        const button = element('button', { type: 'button', onclick: () => remove(name) }, 'Remove')
        button.setAttribute('aria-label', `Remove “${headline}”`)
        item.append(button)
      }
      return item
    }),
  )
}

/** What was saved in the account from elsewhere, and lies on this device not yet. */
async function elsewhere(saved) {
  if (!/(?:^|; )signed-in=1/.test(document.cookie)) return []
  const answer = await fetch('/api/account/saved').catch(() => null)
  const here = new Set(saved.map(({ address }) => address))
  const { articles } = answer?.ok ? await answer.json() : {}
  return (articles ?? []).filter(({ address }) => !here.has(address))
}

async function show(said = '') {
  const [saved, read] = await Promise.all([savedArticles(), readArticles()])
  const others = await elsewhere(saved)
  const forget = element('button', { type: 'button', className: 'button', onclick: forgetAll }, 'Forget all of it')
  const status = element('p', {}, said)
  status.setAttribute('role', 'status')
  place.replaceChildren(
    saved.length > 0 ? list(saved, removeOne) : element('p', {}, 'Nothing is saved on this device yet.'),
    ...(others.length > 0 ? [element('h2', {}, 'In your account'), list(others)] : []),
    ...(read.length > 0 ? [element('h2', {}, 'Read lately'), list(read)] : []),
    status,
    ...(saved.length + read.length > 0 ? [forget] : []),
  )
}

async function removeOne(name) {
  await caches.delete(name)
  await show('Removed.')
  place.querySelector('a, button')?.focus()
}

/** And keeps nothing more, until something is saved again. */
async function forgetAll() {
  localStorage.setItem('offline', 'off')
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister()
  for (const name of await caches.keys()) await caches.delete(name)
  await show('This device keeps nothing of this site any more. Saving an article begins anew.')
}

if (globalThis.caches) show()
else place.replaceChildren(element('p', {}, 'This browser cannot keep articles, or the connection is not secure.'))
