// Says who is signed in, and leads to their own pages. It asks only when this device says that somebody is.
async function ask() {
  const answer = await fetch('/api/me').catch(() => null)
  const me = answer?.ok ? await answer.json() : {}
  if (me.name) show(me)
}

function show({ name, unread, links }) {
  const count = unread ? ` (${unread})` : ''
  for (const link of document.querySelectorAll('[data-account]')) {
    const [first, ...others] = links.map(([label, address]) => {
      const made = link.cloneNode()
      made.href = address
      made.textContent = label
      return made
    })
    first.textContent = name + count
    link.replaceWith(first)
    if (first.dataset.account === 'menu')
      for (const other of others.reverse()) {
        const item = document.createElement('li')
        item.append(other)
        first.parentElement.after(item)
      }
  }
}

if (/(?:^|; )signed-in=1/.test(document.cookie)) ask()
