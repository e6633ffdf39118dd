import { paths } from '@/lib/paths'
import type { Viewer } from '@/lib/people/viewer'
import { roleName } from './role-name'
import { ThemeChoice } from './theme-choice'

/** Who is signed in, and what they can do for themselves. It opens without a script. */
export function PersonMenu({ viewer }: { viewer: Viewer }) {
  return (
    <details className="desk-person">
      <summary>
        <span className="desk-initials" aria-hidden="true">
          {initials(viewer.name)}
        </span>
        <span className="desk-person-name">{viewer.name}</span>
      </summary>
      <div className="desk-panel">
        <p>
          <strong>{viewer.name}</strong>
          <span>{roleName(viewer.role)}</span>
        </p>
        <ul>
          <li>
            <a href={paths.account()}>Your account</a>
          </li>
          <li>
            <a href={paths.accountSecurity()}>Sign-in and security</a>
          </li>
        </ul>
        <ThemeChoice />
        <form method="post" action={paths.signOut()}>
          <button type="submit" className="desk-button">
            Sign out
          </button>
        </form>
      </div>
    </details>
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
