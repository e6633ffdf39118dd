'use client'

import { useEffect, useState } from 'react'

const THEMES = ['System', 'Light', 'Dark']

/**
 * The choice of a theme, kept on this device as on the pages for readers (`app/_reader/theme-choice.js`). Without a
 * script it is a form, whose choice is kept in a cookie.
 */
export function ThemeChoice() {
  const [chosen, setChosen] = useState<string | null>(null)
  useEffect(() => setChosen(document.documentElement.dataset.theme ?? 'system'), [])
  return (
    <form method="post" action="/theme" className="desk-themes">
      <fieldset>
        <legend>Theme</legend>
        {THEMES.map((name) => {
          const value = name.toLowerCase()
          return (
            <button
              key={name}
              type="submit"
              name="theme"
              value={value}
              aria-pressed={chosen === null ? undefined : chosen === value}
              onClick={(event) => {
                event.preventDefault()
                keep(value)
                setChosen(value)
              }}
            >
              {name}
            </button>
          )
        })}
      </fieldset>
    </form>
  )
}

function keep(theme: string): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem('theme')
    else localStorage.setItem('theme', theme)
  } catch {
    // A browser that keeps nothing shows the theme until the next page.
  }
}
