import { machineAnswer } from '@/lib/feeds/machine-answer'
import { writeManifest } from '@/lib/site/manifest'
import { getSite } from '@/lib/site/site-queries'

export const dynamic = 'force-dynamic'

export const GET = async () => machineAnswer(writeManifest(await getSite()), 'application/manifest+json')
