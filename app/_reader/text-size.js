// The choice of a size for an article's text, in four steps. It is kept on this device and nowhere else.
const { dataset } = document.documentElement
const buttons = document.querySelectorAll('.text-size button')

function show() {
  for (const button of buttons) button.ariaPressed = String(button.value === dataset.textSize)
}

function choose({ currentTarget }) {
  dataset.textSize = currentTarget.value
  show()
  try {
    localStorage.setItem('text-size', currentTarget.value)
  } catch {
    // A browser that keeps nothing shows the size until the next page.
  }
}

for (const button of buttons) button.addEventListener('click', choose)
show()
