// The choice of a theme, at the foot of every page. It is kept on this device and nowhere else.
const root = document.documentElement
const label = document.createElement('label')
const select = document.createElement('select')
for (const name of ['System', 'Light', 'Dark']) select.add(new Option(name, name.toLowerCase()))
select.value = root.dataset.theme ?? 'system'
select.addEventListener('change', () => {
  const isSystem = select.value === 'system'
  if (isSystem) delete root.dataset.theme
  else root.dataset.theme = select.value
  try {
    if (isSystem) localStorage.removeItem('theme')
    else localStorage.setItem('theme', select.value)
  } catch {
    // A browser that keeps nothing shows the theme until the next page.
  }
})
label.append('Theme', select)
document.querySelector('.device')?.append(label)
