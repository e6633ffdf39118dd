// Offers to load what is only linked to. Until then its owner learns nothing of who reads.
for (const embed of document.querySelectorAll('.embed[data-frame]')) {
  const { frame, provider, title } = embed.dataset
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button'
  button.textContent = `Load from ${provider}`
  button.addEventListener('click', () => {
    const iframe = document.createElement('iframe')
    iframe.sandbox.add('allow-scripts', 'allow-same-origin', 'allow-presentation', 'allow-popups')
    iframe.allow = 'fullscreen; encrypted-media; picture-in-picture'
    iframe.referrerPolicy = 'strict-origin-when-cross-origin'
    iframe.title = title
    iframe.src = frame
    iframe.tabIndex = 0
    button.remove()
    embed.querySelector('figcaption')?.remove()
    embed.querySelector('.picture')?.remove()
    embed.prepend(iframe)
    iframe.focus()
  })
  embed.append(button)
}
