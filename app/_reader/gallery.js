// Opens the pictures of a gallery large, on the page itself, one beside the other.
import styles from './lightbox.css'

const still = matchMedia('(prefers-reduced-motion: reduce)')
let asked

/** The styles are asked for with the first picture that is opened, and stay. */
function styled() {
  asked ??= new Promise((resolve) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = new URL(styles, import.meta.url)
    link.onload = link.onerror = resolve
    document.head.append(link)
  })
  return asked
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

function slideOf(tile) {
  const picture = tile.querySelector('picture').cloneNode(true)
  picture.className = ''
  for (const source of picture.children) source.sizes = '100vw'
  picture.lastElementChild.loading = 'lazy'
  const caption = tile.querySelector('figcaption')
  return element('li', {}, element('figure', {}, picture, ...(caption ? [caption.cloneNode(true)] : [])))
}

function lightbox(gallery) {
  const tiles = [...gallery.querySelectorAll('li')]
  const slides = element('ul', { tabIndex: 0 }, ...tiles.map(slideOf))
  slides.setAttribute('aria-label', 'Pictures')
  const place = element('p', {})
  place.setAttribute('aria-live', 'polite')
  const control = (label, text, act) => {
    const button = element('button', { type: 'button', onclick: act }, text)
    button.setAttribute('aria-label', label)
    return button
  }
  const previous = control('Previous picture', '‹', () => go(at - 1))
  const next = control('Next picture', '›', () => go(at + 1))
  const close = control('Close', '×', () => dialog.close())
  const dialog = element('dialog', { className: 'lightbox' }, place, close, previous, slides, next)
  dialog.setAttribute('aria-label', gallery.getAttribute('aria-label'))
  dialog.dir = getComputedStyle(gallery).direction
  dialog.lang = gallery.closest('[lang]').lang
  let at = 0

  function show(index) {
    at = index
    place.textContent = `${at + 1} of ${tiles.length}`
    previous.disabled = at === 0
    next.disabled = at === tiles.length - 1
  }

  function go(index, behavior = still.matches ? 'instant' : 'smooth') {
    const to = Math.max(0, Math.min(tiles.length - 1, index))
    show(to)
    slides.scrollTo({ left: slides.children[to].offsetLeft - slides.children[0].offsetLeft, behavior })
    if (document.activeElement.disabled || document.activeElement === document.body) slides.focus()
  }

  // A swipe moves the pictures itself; what is told follows when they have come to rest.
  slides.addEventListener('scrollend', () => show(Math.round(Math.abs(slides.scrollLeft) / slides.clientWidth)))
  dialog.addEventListener('keydown', (event) => {
    const forward = getComputedStyle(slides).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const steps = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tiles.length - 1 }
    if (forward === 'ArrowLeft') Object.assign(steps, { ArrowLeft: at + 1, ArrowRight: at - 1 })
    if (!(event.key in steps) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    go(steps[event.key])
  })
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.tagName === 'LI') dialog.close()
  })
  return {
    async open(index, opener) {
      await styled()
      if (!dialog.isConnected) document.body.append(dialog)
      dialog.addEventListener('close', () => opener.focus(), { once: true })
      dialog.showModal()
      go(index, 'instant')
      slides.focus()
    },
  }
}

for (const gallery of document.querySelectorAll('.gallery')) {
  let box
  for (const [index, link] of gallery.querySelectorAll('li a').entries()) {
    link.addEventListener('click', (event) => {
      // A reader who asks for a new tab gets one.
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      box ??= lightbox(gallery)
      box.open(index, link)
    })
  }
}
