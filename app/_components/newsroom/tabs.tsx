/** The pages that belong together, as links; the one that is open is marked. */
export function Tabs({
  label,
  tabs,
  current,
}: {
  label: string
  tabs: [name: string, address: string][]
  current: string
}) {
  return (
    <nav aria-label={label} className="desk-tabs">
      <ul>
        {tabs.map(([name, address]) => (
          <li key={address}>
            <a href={address} aria-current={address === current ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
