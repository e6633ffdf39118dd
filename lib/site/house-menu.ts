import { paths } from '../paths'

/** The links that stand beside the sections until a newsroom chooses its own. */
export function houseMenu(): { label: string; address: string }[] {
  return [
    { label: 'Search', address: paths.search() },
    { label: 'Latest', address: paths.latest() },
    { label: 'Archive', address: paths.archive() },
    { label: 'Corrections', address: paths.corrections() },
    { label: 'RSS', address: paths.feed('rss') },
  ]
}
