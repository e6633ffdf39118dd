// Sharing as the device does it, and copying the address.
for (const actions of document.querySelectorAll('.actions')) {
  const link = actions.querySelector('[rel="bookmark"]')
  const said = document.createElement('span')
  said.className = 'unseen'
  said.setAttribute('aria-live', 'polite')
  actions.after(said)
  if (navigator.clipboard) offerCopy(link, said)
  if (navigator.share) offerShare(actions, link)
}

function offerShare(actions, link) {
  const item = document.createElement('li')
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Share'
  // A reader who thinks better of it is no failure.
  button.addEventListener('click', () =>
    navigator.share({ title: actions.dataset.headline, url: link.href }).catch(() => {}),
  )
  item.append(button)
  actions.prepend(item)
}

function offerCopy(link, said) {
  link.textContent = 'Copy link'
  link.addEventListener('click', async (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    try {
      await navigator.clipboard.writeText(link.href)
    } catch {
      // A browser that lets nobody copy still follows the link.
      location.assign(link.href)
      return
    }
    link.textContent = 'Link copied'
    said.textContent = 'Link copied'
    setTimeout(() => {
      link.textContent = 'Copy link'
      said.textContent = ''
    }, 3000)
  })
}
