import { readEnvironment } from '@/lib/env'
import { machineAnswer } from '@/lib/feeds/machine-answer'
import { writeRobots } from '@/lib/feeds/robots'

export const dynamic = 'force-dynamic'

export const GET = () => machineAnswer(writeRobots(readEnvironment().siteUrl), 'text/plain')
