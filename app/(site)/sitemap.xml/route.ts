import { readEnvironment } from '@/lib/env'
import { machineAnswer } from '@/lib/feeds/machine-answer'
import { writeSitemapIndex } from '@/lib/feeds/sitemap'
import { getSitemapNames } from '@/lib/feeds/sitemap-queries'
import { paths } from '@/lib/paths'

export const dynamic = 'force-dynamic'

export async function GET() {
  const names = await getSitemapNames()
  return machineAnswer(writeSitemapIndex(names.map(paths.sitemap), readEnvironment().siteUrl), 'application/xml')
}
