// Shows whether the reader muted whom the page is about, and mutes them without leaving it: in the account of whoever is
// signed in, for everyone else on this device.
const form = document.querySelector('.mute')
const button = form.querySelector('button')
const note = form.querySelector('[role="status"]')
const said = document.querySelector('.said')
const person = Number(form.elements.person.value)
const name = document.querySelector('h1').textContent
const isSignedIn = /(?:^|; )signed-in=1/.test(document.cookie)
let isMuted = onDevice().includes(person)

function onDevice() {
  try {
    return JSON.parse(localStorage.getItem('muted') || '[]')
  } catch {
    return []
  }
}

function keepOnDevice(isOn) {
  const others = onDevice().filter((id) => id !== person)
  try {
    localStorage.setItem('muted', JSON.stringify(isOn ? [...others, person] : others))
  } catch {}
}

function show(isOn) {
  isMuted = isOn
  button.textContent = isOn ? 'Unmute' : 'Mute'
  button.setAttribute('aria-label', `${button.textContent} ${name}`)
  note.textContent = isOn ? 'You have muted them: what they write is folded away for you.' : ''
  if (said) said.hidden = isOn
}

async function toggle(event) {
  event.preventDefault()
  const isOn = !isMuted
  if (isSignedIn) {
    const answer = await fetch(`/account/muted/${isOn ? 'add' : 'end'}`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(new FormData(form)),
    }).catch(() => null)
    // Whoever is signed out by now, or cannot be muted, is told on the page that the form leads to.
    if (!answer?.ok) return answer && form.submit()
  }
  // An account keeps its own list, and there one must be able to take it back.
  keepOnDevice(isOn && !isSignedIn)
  show(isOn)
}

if (isSignedIn) {
  const answer = await fetch(`/api/account/muted/${person}`).catch(() => null)
  const { muted, own } = answer?.ok ? await answer.json() : {}
  isMuted ||= muted
  form.hidden = own === true
}
show(isMuted === true)
form.addEventListener('submit', toggle)
