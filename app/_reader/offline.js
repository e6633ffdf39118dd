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

let isKept = false

function sayOffline() {
  document.querySelector('.offline')?.remove()
  if (navigator.onLine && !isKept) return
  const words = document.createElement('p')
  words.className = 'offline'
  words.setAttribute('role', 'status')
  const why = navigator.onLine ? 'The paper cannot be reached.' : 'You are offline.'
  words.textContent = `${why} This is what was kept on this device.`
  document.querySelector('main')?.before(words)
}

sayOffline()
addEventListener('online', sayOffline)
addEventListener('offline', sayOffline)

// The device may have a network that does not lead here; the worker knows whether an answer came.
if (navigator.serviceWorker?.controller) {
  navigator.serviceWorker.onmessage = ({ data }) => {
    isKept = Boolean(data?.isKept)
    if (isKept) sayOffline()
  }
  navigator.serviceWorker.controller.postMessage({ question: 'is this page kept?' })
}

if (navigator.serviceWorker && isWanted()) {
  // A browser that allows no worker goes without.
  const start = () => begin().catch(() => {})
  if (document.readyState === 'complete') start()
  else addEventListener('load', start)
}
