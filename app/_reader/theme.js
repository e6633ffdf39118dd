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
