import { readEnvironment } from '@/lib/env'
import { machineAnswer, notFound } from '@/lib/feeds/machine-answer'
import { writeSitemap } from '@/lib/feeds/sitemap'
import { getSitemap } from '@/lib/feeds/sitemap-queries'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }) {
  const entries = await getSitemap((await params).name)
  return entries ? machineAnswer(writeSitemap(entries, readEnvironment().siteUrl), 'application/xml') : notFound()
}
