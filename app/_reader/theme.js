// Before anything is painted: the theme and the size of text that were chosen on this device.
{
  const chosen = document.documentElement.dataset
  chosen.textSize = '2'
  try {
    const { theme, 'text-size': size } = localStorage
    if (theme === 'light' || theme === 'dark') chosen.theme = theme
    if (/^[134]$/.test(size)) chosen.textSize = size
  } catch {}
}

// The page's own script takes no place in the line before what is read: it comes when the page is there, or with the first
// sign of a hand.
const { pageScript } = document.currentScript.dataset
if (pageScript) {
  const begin = () => import(pageScript).catch(() => {}).then(() => performance.mark('begun'))
  addEventListener('load', () => setTimeout(begin), { once: true })
  for (const sign of ['pointerover', 'keydown']) addEventListener(sign, begin, { once: true })
}
