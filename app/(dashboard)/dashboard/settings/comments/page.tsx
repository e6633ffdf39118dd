import type { Metadata } from 'next'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { mayChangeSettings } from '@/lib/site/site-policy'
import { getSite } from '@/lib/site/site-queries'
import { SettingsFrame } from '../settings-frame'
import { CommentsForm } from './comments-form'

export const metadata: Metadata = { title: 'Comments' }

type Props = { searchParams: Promise<{ saved?: string }> }

/** The rules of the conversation, and how it is where nobody says otherwise. */
export default async function CommentSettingsPage({ searchParams }: Props) {
  await requireRight(mayChangeSettings, paths.settings('comments'))
  const [{ saved }, { commentsAreOn, commentMode, commentsCloseAfterDays, commentRules }] = await Promise.all([
    searchParams,
    getSite(),
  ])
  return (
    <SettingsFrame topic="comments" isSaved={saved !== undefined}>
      <CommentsForm site={{ commentsAreOn, commentMode, commentsCloseAfterDays, commentRules }} />
    </SettingsFrame>
  )
}
