// The conversation under an article, for every reader: what was typed is kept on this device, muted people are hidden,
// new comments are announced and never put in. What belongs to one person is another module's, asked for when there is one.
import styles from './comments-mine.css'

const section = document.querySelector('#comments')
const list = section.querySelector('.comments > ol')
export const article = section.dataset.article
const isSignedIn = /(?:^|; )signed-in=1/.test(document.cookie)
export const shared = { arrivals: Number(section.dataset.arrivals), own: 0 }

document.head.append(make('link', { rel: 'stylesheet', href: new URL(styles, import.meta.url) }))

/** An element with properties, attributes for what is no property, and children. */
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (key in element) element[key] = value
    else element.setAttribute(key, value)
  }
  element.append(...children)
  return element
}

/** A value that stays on this device, as far as the browser keeps anything. */
export function kept(store, key, value) {
  try {
    if (value === undefined) return globalThis[store].getItem(key) ?? ''
    if (value === '') globalThis[store].removeItem(key)
    else globalThis[store].setItem(key, value)
  } catch {}
  return ''
}

const draftOf = (form) => `draft:${article}:${form.elements.parent.value}`
export const forgetDraft = (form) => kept('sessionStorage', draftOf(form), '')

for (const form of section.querySelectorAll('form[action="/comments"]')) {
  const { body } = form.elements
  const draft = kept('sessionStorage', draftOf(form))
  if (draft && !body.value) {
    body.value = draft
    if (form.closest('details')) form.closest('details').open = true
  }
  body.addEventListener('input', () => kept('sessionStorage', draftOf(form), body.value))
}

// Whom this device does not show.
const onDevice = () => JSON.parse(kept('localStorage', 'muted') || '[]')
export const muted = new Set()

export function showMuted(ids) {
  for (const id of ids) muted.add(id)
  for (const comment of section.querySelectorAll('.comment[data-by]')) {
    const isMuted = muted.has(Number(comment.dataset.by))
    const note = comment.previousElementSibling?.matches('.muted') ? comment.previousElementSibling : null
    comment.hidden = isMuted
    if (!isMuted) note?.remove()
    else if (!note) comment.before(mutedNote(comment))
  }
}

function mutedNote(comment) {
  const name = comment.querySelector('strong').textContent
  const button = make('button', { type: 'button', className: 'plain', textContent: 'Unmute' })
  button.addEventListener('click', () => mute(comment, false))
  return make('p', { className: 'note muted' }, `You have muted ${name}. `, button)
}

/** Hides or shows everything that the author of a comment says, here and, signed in, wherever they are. */
export async function mute(comment, isOn) {
  const by = Number(comment.dataset.by)
  const others = onDevice().filter((id) => id !== by)
  // An account keeps its own list, and there one must be able to take it back.
  kept('localStorage', 'muted', JSON.stringify(isOn && !isSignedIn ? [...others, by] : others))
  if (!isOn) muted.delete(by)
  showMuted(isOn ? [by] : [])
  await mine
  dispatchEvent(new CustomEvent('muted', { detail: { id: comment.id.slice(8), isOn } }))
}

export function addMuteButton(comment) {
  const button = make('button', { type: 'button', className: 'plain', textContent: 'Mute' })
  button.addEventListener('click', () => mute(comment, true))
  comment.querySelector('footer').append(button)
}

for (const comment of section.querySelectorAll('.comment[data-by]')) addMuteButton(comment)
showMuted(onDevice())

// New comments are announced.
const news = make('p', { className: 'news', role: 'status' })
;(list ?? section.firstElementChild.lastElementChild).before(news)

function listen() {
  const stream = new EventSource(`/comments/live?article=${article}&seen=${shared.arrivals}`)
  stream.addEventListener('message', ({ data }) => {
    const count = JSON.parse(data).arrivals - shared.arrivals - shared.own
    if (count < 1) return news.replaceChildren()
    const words = `${count} new ${count === 1 ? 'comment' : 'comments'} — show`
    if (news.textContent === words) return
    const link = make('a', { className: 'button', href: `${location.pathname}?sort=newest#comments` }, words)
    link.addEventListener('click', () => {
      if (location.search === '?sort=newest') setTimeout(() => location.reload())
    })
    news.replaceChildren(link)
  })
  addEventListener('pagehide', () => stream.close())
}

listen()
const mine = isSignedIn && import('./comments-mine.js')
