import type { Metadata } from 'next'
import { connection } from 'next/server'
import { HomeFrontCards } from '@/app/_components/fronts/home-front-cards'
import { feedLinks, siteOpenGraph } from '@/app/_components/lists/list-metadata'
import { PublicPage } from '@/app/_components/site/public-page'
import { StructuredData } from '@/app/_components/site/structured-data'
import { nextMidnight } from '@/lib/dates'
import { readEnvironment } from '@/lib/env'
import { getHomeFront } from '@/lib/fronts/front-queries'
import { paths } from '@/lib/paths'
import { expiresAt } from '@/lib/serving/render-scope'
import { getSite } from '@/lib/site/site-queries'
import { siteData } from '@/lib/structured-data/structured-data'

export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const site = await getSite()
  const title = site.tagline ? `${site.name}: ${site.tagline}` : site.name
  return {
    title: { absolute: title },
    description: site.description,
    alternates: { canonical: paths.home(), types: feedLinks() },
    openGraph: { ...siteOpenGraph(site, readEnvironment().siteUrl), title, description: site.description, url: '/' },
  }
}

export default async function FrontPage() {
  await connection()
  const [site, front] = await Promise.all([getSite(), getHomeFront()])
  const today = new Date()
  expiresAt(nextMidnight(today, site.zone))
  return (
    <PublicPage today={today}>
      <StructuredData data={siteData({ site, siteUrl: readEnvironment().siteUrl })} />
      <h1 className="unseen">{site.name}, front page</h1>
      <HomeFrontCards front={front} site={site} />
    </PublicPage>
  )
}
