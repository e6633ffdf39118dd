'use client'

import { usePathname } from 'next/navigation'
import type { NavigationGroup } from './navigation'

/** The newsroom's pages, with the one that is open marked. */
export function NavigationList({ groups, label }: { groups: NavigationGroup[]; label: string }) {
  const path = usePathname()
  const current = nearest(groups, path)
  return (
    <nav aria-label={label} className="desk-nav">
      {groups.map(({ name, entries }) => (
        <div key={name}>
          <p aria-hidden="true">{name}</p>
          <ul aria-label={name}>
            {entries.map(({ label: words, address }) => (
              <li key={address}>
                <a href={address} aria-current={address === current ? (address === path ? 'page' : 'true') : undefined}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

/** The entry that the page lies below: the longest that its address begins with. */
function nearest(groups: NavigationGroup[], path: string): string | undefined {
  const addresses = groups.flatMap(({ entries }) => entries.map(({ address }) => address))
  const above = addresses.filter((address) => path === address || path.startsWith(`${address}/`))
  return above.sort((one, other) => other.length - one.length)[0]
}
