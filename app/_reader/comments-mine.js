// What of a conversation belongs to whoever is signed in: own comments, marks, and acting without leaving the page.
import { addMuteButton, article, forgetDraft, make, shared, showMuted } from './comments.js'

const section = document.querySelector('#comments')
function begin(mine) {
  for (const element of section.querySelectorAll('.signed-out')) element.remove()
  for (const id of mine.likes) mark(likeButton(id), true)
  showMuted(mine.mutes)
  for (const own of mine.own) showOwn(own)
  for (const root of section.querySelectorAll('.thread > .comment[data-by]')) addFollow(root, mine)
  if (mine.mayModerate) for (const comment of section.querySelectorAll('.comment[data-by]')) addModeration(comment)
  section.addEventListener('click', likeAtOnce)
  section.addEventListener('submit', postAtOnce)
  addEventListener('muted', ({ detail }) => send(`/comments/${detail.id}/mute`, { on: detail.isOn ? 1 : 0 }))
}

const byId = (id) => section.querySelector(`#comment-${id}`)
const likeButton = (id) => byId(id)?.querySelector('button[formaction$="/like"]')
const mark = (button, isOn) => button?.setAttribute('aria-pressed', isOn)
const idOf = (comment) => comment.id.slice('comment-'.length)

async function send(address, fields) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(fields),
  })
  const told = await answer.json().catch(() => ({}))
  if (!answer.ok) {
    const isQuestion = told.problems?.[0]?.field === 'sure'
    throw Object.assign(new Error(told.detail ?? 'This could not be sent. Try again.'), { isQuestion })
  }
  return told
}

function button(words, act) {
  const made = make('button', { type: 'button', className: 'plain', textContent: words })
  made.addEventListener('click', async () => {
    made.disabled = true
    try {
      await act(made)
    } catch (error) {
      say(made, error.message)
    }
    made.disabled = false
  })
  return made
}

/** Says what went wrong beside what was pressed. */
function say(element, words) {
  const place = element.closest('form, footer')
  const known = place.querySelector('[role="alert"]')
  const line = known ?? make('p', { className: 'note', role: 'alert' })
  line.textContent = words
  if (!known) place.append(line)
}

async function likeAtOnce(event) {
  const pressed = event.target.closest('button[formaction$="/like"]')
  if (!pressed) return
  event.preventDefault()
  const isOn = pressed.ariaPressed !== 'true'
  const before = Number(/\d+/.exec(pressed.textContent)?.[0] ?? 0)
  const show = (is, count) => {
    mark(pressed, is)
    pressed.textContent = count > 0 ? `Recommend ${count}` : 'Recommend'
  }
  show(isOn, before + (isOn ? 1 : -1))
  try {
    const { likes } = await send(pressed.formAction, { on: isOn ? 1 : 0 })
    show(isOn, likes)
  } catch (error) {
    show(!isOn, before)
    say(pressed, error.message)
  }
}

async function postAtOnce(event) {
  const form = event.target
  if (form.getAttribute('action') !== '/comments') return
  event.preventDefault()
  const { body, parent } = form.elements
  const press = form.querySelector('button')
  press.disabled = true
  try {
    const fields = { article, parent: parent.value, body: body.value, sure: form.dataset.sure ?? '' }
    const { id, state } = await send('/comments', fields)
    const text = [{ type: 'text', text: body.value }]
    const { own } = await (await fetch(`/comments/mine?article=${article}`)).json()
    const posted = own.find((one) => one.id === id) ?? { id, parentId: Number(parent.value), state, text }
    body.value = ''
    forgetDraft(form)
    form.querySelector('[role="alert"]')?.remove()
    ask(form, press, false)
    if (form.closest('details')) form.closest('details').open = false
    if (state === 'approved') await bring(posted)
    showOwn(posted)
    byId(id)?.scrollIntoView({ block: 'nearest' })
    byId(id)?.focus()
  } catch (error) {
    say(press, error.isQuestion ? `Are you sure? ${error.message}` : error.message)
    if (error.isQuestion) ask(form, press, true)
  }
  press.disabled = false
}

/** Somebody who was asked whether they are sure may post the text as it is. */
function ask(form, press, isAsked) {
  form.dataset.words ??= press.textContent
  form.dataset.sure = isAsked ? '1' : ''
  press.textContent = isAsked ? 'Post it' : form.dataset.words
}

/** Fetches a comment that everyone can read as its page draws it. */
async function bring({ id, threadId, parentId }) {
  shared.own += 1
  const html = await (await fetch(`${location.pathname}?comment=${id}`)).text()
  const comment = new DOMParser().parseFromString(html, 'text/html').querySelector(`#comment-${id}`)
  if (!comment) return
  place(comment, threadId ?? parentId)
  addMuteButton(comment)
}

function place(comment, above) {
  comment.tabIndex = -1
  const thread = above && byId(above)?.closest('.thread')
  const item = make('li', {}, comment)
  if (thread) {
    let replies = thread.querySelector('.replies')
    if (!replies) {
      replies = make('ol', { className: 'replies' })
      thread.querySelector('.comment').after(replies)
    }
    return replies.append(item)
  }
  item.className = 'thread'
  const list = section.querySelector('.comments > ol')
  if (list) return list.prepend(item)
  const nothing = section.querySelector('.comments > p.thread')
  nothing.replaceWith(make('ol', {}, item))
}

function showOwn(own) {
  const { id, state, editableFor, reason, mayAppeal } = own
  if (!byId(id)) {
    if (state === 'approved') return
    const words = make('div', {}, ...own.text.map(draw))
    const footer = make('footer')
    place(
      make('article', { id: `comment-${id}`, className: 'comment own' }, words, footer),
      own.threadId ?? own.parentId,
    )
  }
  const comment = byId(id)
  const footer = comment.querySelector('footer')
  if (!footer || footer.querySelector('.deeds')) return
  const deeds = make('span', { className: 'deeds' })
  for (const theirs of comment.querySelectorAll('[formaction$="/like"], [href$="/report"], [href*="/report/"]'))
    theirs.remove()
  for (const muting of footer.querySelectorAll('button.plain')) if (muting.textContent === 'Mute') muting.remove()
  if (state === 'pending')
    deeds.append(make('span', { className: 'note', role: 'status' }, 'Waiting for review. Only you can see this. '))
  if (state === 'rejected' || state === 'spam') {
    deeds.append(make('span', { className: 'note', role: 'status' }, `Not published${reason ? `: ${reason}` : ''}. `))
    if (mayAppeal) deeds.append(make('a', { href: `/comments/appeal/${id}` }, 'Appeal'))
  }
  if (editableFor > 0) deeds.append(editLink(id, Date.now() + editableFor))
  deeds.append(
    button('Delete', async () => {
      await send(`/comments/${id}/delete`, {})
      comment.replaceChildren(make('p', { className: 'note', role: 'status' }, 'Deleted.'))
    }),
  )
  footer.prepend(deeds)
}

/** The time that is left is said in minutes, and the link goes with the last. */
function editLink(id, until) {
  const link = make('a', { href: `/comments/change/${id}` })
  const tick = () => {
    const minutes = Math.ceil((until - Date.now()) / 60_000)
    if (minutes < 1) return link.remove()
    link.textContent = `Edit (${minutes} min left)`
    setTimeout(tick, 15_000)
  }
  tick()
  return link
}

function addFollow(root, mine) {
  const id = Number(idOf(root))
  const follow = button('', async () => {
    const { isOn } = await send(`/comments/${id}/follow`, { on: follow.ariaPressed === 'true' ? 0 : 1 })
    show(isOn)
  })
  const show = (isOn) => {
    mark(follow, isOn)
    follow.textContent = isOn ? 'Following' : 'Follow'
  }
  show(mine.follows.includes(id))
  root.querySelector('footer').append(follow)
}

/** What a moderator does from the article: pick, and hide with a reason that the author is told. */
function addModeration(comment) {
  const address = `/comments/${idOf(comment)}`
  const isPicked = [...comment.querySelectorAll('.badge')].some(({ textContent }) => textContent.includes('pick'))
  const pick = button(isPicked ? 'Unpick' : 'Pick', async () => {
    const { isOn } = await send(`${address}/pick`, { on: pick.textContent === 'Pick' ? 1 : 0 })
    pick.textContent = isOn ? 'Unpick' : 'Pick'
  })
  comment.querySelector('footer').append(pick, make('a', { href: `/comments/hide/${idOf(comment)}` }, 'Hide'))
}

const ELEMENTS = {
  paragraph: 'p',
  quote: 'blockquote',
  list: 'ul',
  numbered: 'ol',
  item: 'li',
  emphasis: 'em',
  strong: 'strong',
  link: 'a',
  break: 'br',
}

/** Draws a comment's text from its tree, as the page does. */
function draw({ type, text, children = [], address }) {
  if (type === 'text') return document.createTextNode(text)
  const element = make(ELEMENTS[type], {}, ...children.map(draw))
  if (type === 'link') Object.assign(element, { href: address, rel: 'ugc nofollow' })
  return element
}

/** Tells somebody who may not take part, where they would: in the place of the composer, and without replies. */
function bar({ words, why, contact }) {
  for (const form of section.querySelectorAll('.comment form[action="/comments"]')) form.closest('details').remove()
  const reason = why ? [make('details', {}, make('summary', {}, 'Why'), make('p', { dir: 'auto' }, why))] : []
  const way = contact ? [mistake(contact)] : []
  const told = make('div', { className: 'composer barred' }, make('p', { role: 'status' }, words), ...reason, ...way)
  section.querySelector('form.composer')?.replaceWith(told)
}

function mistake(contact) {
  const link = make('a', { href: `mailto:${contact}` }, contact)
  return make('p', {}, 'If you think that this is a mistake, write to ', link, '.')
}

const answer = await fetch(`/comments/mine?article=${article}`)
const mine = await answer.json().catch(() => ({}))
if (mine.barred) bar(mine.barred)
if (mine.own) begin(mine)
