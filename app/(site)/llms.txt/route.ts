import { getLatest } from '@/lib/articles/article-queries'
import { readEnvironment } from '@/lib/env'
import { writeLlms } from '@/lib/feeds/llms'
import { machineAnswer } from '@/lib/feeds/machine-answer'
import { getSections, getSite } from '@/lib/site/site-queries'

export const dynamic = 'force-dynamic'

/** How many articles are named. */
const LATEST = 50

export async function GET() {
  const [site, sections, latest] = await Promise.all([getSite(), getSections(), getLatest(LATEST)])
  return machineAnswer(writeLlms({ site, sections, latest, siteUrl: readEnvironment().siteUrl }), 'text/plain')
}
