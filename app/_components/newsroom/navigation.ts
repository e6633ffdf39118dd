import { mayWrite } from '@/lib/articles/article-policy'
import { mayReadAudit } from '@/lib/audit/audit-queries'
import { mayCurateAny } from '@/lib/fronts/front-policy'
import { mayUseMedia } from '@/lib/media/media-policy'
import { mayModerateSomewhere } from '@/lib/moderation/moderation-policy'
import { paths } from '@/lib/paths'
import { mayManagePeople } from '@/lib/people/person-policy'
import type { Viewer } from '@/lib/people/viewer'
import { mayKeepRedirects } from '@/lib/site/redirect-desk'
import { mayChangeSettings } from '@/lib/site/site-policy'
import { mayKeepTags } from '@/lib/tags/tag-policy'

type Entry = {
  label: string
  /** Where it leads, and what lies below it. */
  address: string
  /** Whether it is shown; the page itself asks again. */
  may: (viewer: Viewer) => boolean
}

export type NavigationGroup = { name: string; entries: { label: string; address: string }[] }

const everyone = () => true

/** Everything the newsroom can go to, in its order. A new page adds its line here. */
const NAVIGATION: { name: string; entries: Entry[] }[] = [
  {
    name: 'Desk',
    entries: [
      { label: 'Overview', address: paths.dashboard(), may: everyone },
      { label: 'Articles', address: paths.deskArticles(), may: mayWrite },
      { label: 'Due and late', address: paths.due(), may: mayWrite },
    ],
  },
  {
    name: 'Paper',
    entries: [
      { label: 'Media', address: paths.mediaLibrary(), may: mayUseMedia },
      { label: 'Fronts', address: paths.dashboardFronts(), may: mayCurateAny },
      { label: 'Sections', address: paths.sectionsDesk(), may: mayChangeSettings },
      { label: 'Redirects', address: paths.redirectsDesk(), may: mayKeepRedirects },
      { label: 'Tags', address: paths.tagsDesk(), may: mayKeepTags },
      { label: 'Readers in numbers', address: paths.numbers(), may: everyone },
    ],
  },
  {
    name: 'Conversation',
    entries: [
      { label: 'Moderation', address: paths.moderation(), may: mayModerateSomewhere },
      { label: 'Illegal content', address: paths.illegalReports(), may: mayModerateSomewhere },
      { label: 'Questions to readers', address: paths.readersQuestions(), may: mayModerateSomewhere },
      { label: 'Rules', address: paths.moderationRules(), may: mayModerateSomewhere },
      { label: 'Comments in numbers', address: paths.moderationNumbers(), may: mayModerateSomewhere },
    ],
  },
  {
    name: 'House',
    entries: [
      { label: 'People', address: paths.people(), may: mayManagePeople },
      { label: 'Settings', address: paths.settings(), may: mayChangeSettings },
      { label: 'Audit log', address: paths.auditLog(), may: mayReadAudit },
    ],
  },
]

/** What this viewer may go to. */
export function navigationFor(viewer: Viewer): NavigationGroup[] {
  return NAVIGATION.map(({ name, entries }) => ({
    name,
    entries: entries.filter(({ may }) => may(viewer)).map(({ label, address }) => ({ label, address })),
  })).filter(({ entries }) => entries.length > 0)
}
