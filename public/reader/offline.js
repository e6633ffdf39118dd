// Lets this device keep what was read, unless its reader said no (see /saved), and says when a page is a kept one.
function isWanted() {
  try {
    return localStorage.getItem('offline') !== 'off'
  } catch {
    return false
  }
}

async function begin() {
  const isNew = !navigator.serviceWorker.controller
  await navigator.serviceWorker.register('/sw.js')
  if (!isNew) return
  const { active } = await navigator.serviceWorker.ready
  const files = performance.getEntriesByType('resource').map(({ name }) => name)
  active.postMessage({ page: location.href, files })
}

function sayOffline() {
  const known = document.querySelector('.offline')
  if (navigator.onLine) return known?.remove()
  if (known) return
  const words = document.createElement('p')
  words.className = 'offline'
  words.setAttribute('role', 'status')
  words.textContent = 'You are offline. This is what was kept on this device.'
  document.querySelector('main')?.before(words)
}

sayOffline()
addEventListener('online', sayOffline)
addEventListener('offline', sayOffline)

if (navigator.serviceWorker && isWanted()) {
  // A browser that allows no worker goes without.
  const start = () => begin().catch(() => {})
  if (document.readyState === 'complete') start()
  else addEventListener('load', start)
}
