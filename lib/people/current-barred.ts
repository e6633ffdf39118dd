import { headers } from 'next/headers'
import { currentViewer } from './current-viewer'
import type { Barred } from './standing'
import { barredOfCookie, getBarred } from './standing-queries'

/** What keeps whoever asks from taking part, a banned person included whose session ended with the ban; null when nothing does. */
export async function currentBarred(): Promise<Barred | null> {
  const viewer = await currentViewer()
  return viewer ? getBarred(viewer) : barredOfCookie((await headers()).get('cookie') ?? '')
}
