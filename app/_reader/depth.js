// Says how far the article was read, by quarters: each once, and with nothing that says by whom.
const story = document.querySelector('.story')
const article = document.querySelector('.save [name="article"]')?.value
let reached = 0
let told = -1

function look() {
  const { top, height } = story.getBoundingClientRect()
  const seen = Math.floor(((innerHeight - top) / Math.max(1, height)) * 4 + 0.02)
  reached = Math.max(reached, Math.min(4, seen))
}

function tell() {
  if (document.visibilityState !== 'hidden') return
  // What was scrolled to in this very frame has not been looked at.
  look()
  if (reached <= told) return
  if (navigator.sendBeacon(`/api/depth?article=${article}&from=${told}&to=${reached}`)) told = reached
}

if (story && article && navigator.sendBeacon) {
  addEventListener('scroll', look, { passive: true })
  document.addEventListener('visibilitychange', tell)
  look()
}
