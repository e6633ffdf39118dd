import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { DeviceTheme } from '@/app/_components/newsroom/device-theme'
import { NewsroomFrame } from '@/app/_components/newsroom/newsroom-frame'
import { Stylesheet } from '@/app/_components/ui/stylesheet'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { getSite } from '@/lib/site/site-queries'
import '@/app/styles/newsroom.css'

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite()
  return {
    title: { default: 'Newsroom', template: `%s | Newsroom | ${site.name}` },
    robots: { index: false, follow: false },
  }
}

/** The frame of the newsroom. It guards nothing for its pages: each asks who may see it, as its query does. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const [viewer, site] = await Promise.all([requireStaff(paths.dashboard()), getSite()])
  return (
    <>
      <Stylesheet name="letters" />
      <DeviceTheme />
      <NewsroomFrame site={site} viewer={viewer}>
        {children}
      </NewsroomFrame>
    </>
  )
}
