import { readEnvironment } from '@/lib/env'
import { machineAnswer } from '@/lib/feeds/machine-answer'
import { writeNewsSitemap } from '@/lib/feeds/sitemap'
import { getNewestNews } from '@/lib/feeds/sitemap-queries'
import { getSite } from '@/lib/site/site-queries'

export const dynamic = 'force-dynamic'

export async function GET() {
  const [site, cards] = await Promise.all([getSite(), getNewestNews()])
  return machineAnswer(writeNewsSitemap(cards, site, readEnvironment().siteUrl), 'application/xml')
}
