// Shows whether what the page is about is followed, and follows it without leaving the page.
const form = document.querySelector('.follow')
const button = form?.querySelector('button')
const isSignedIn = /(?:^|; )signed-in=1/.test(document.cookie)

function show(isFollowed) {
  button.setAttribute('aria-pressed', isFollowed)
}

async function toggle(event) {
  event.preventDefault()
  const isFollowed = button.getAttribute('aria-pressed') === 'true'
  const body = new URLSearchParams(new FormData(form))
  if (isFollowed) body.set('followed', 'no')
  const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } }).catch(
    () => null,
  )
  if (answer?.ok) show(!isFollowed)
  // Whoever is signed out by now, or cannot follow it, is told on the page that the form leads to.
  else if (answer) form.submit()
}

async function begin() {
  const [kind, topic] = ['kind', 'topic'].map((name) => encodeURIComponent(form.elements[name].value))
  const answer = await fetch(`/api/account/following/${kind}/${topic}`)
  const { followed = null } = answer.ok ? await answer.json() : {}
  // Of nobody it is not known: the form leads to where one signs in.
  if (followed === null) return
  show(followed)
  form.addEventListener('submit', toggle)
}

if (form && isSignedIn) begin()
