import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { readId } from '@/lib/comments/comment-input'
import { mayHide } from '@/lib/comments/moderator-commands'
import { findKeptWords, keptFor } from '@/lib/moderation/kept-words'
import { lookAt } from '@/lib/moderation/look-at'
import { mayModerateSomewhere } from '@/lib/moderation/moderation-policy'
import { listOf, queueAddress, readPlace } from '@/lib/moderation/queue'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { answerWith } from '@/lib/serving/render-scope'
import { getSite } from '@/lib/site/site-queries'
import { QueueItem } from '../../queue-item'
import { QueueKeys } from '../../queue-keys'
import { UnsentReply } from '../../reply-form'
import { WhatWasDone } from '../../told'
import { UnsentWords } from '../../unsent-words'

export const metadata: Metadata = { title: 'Comment' }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A comment of the queue on a page of its own: for small screens, for browsers without scripts, and to send to somebody. */
export default async function QueuedCommentPage({ params, searchParams }: Props) {
  const id = readId((await params).id) ?? notFound()
  const viewer = await requireRight(mayModerateSomewhere, paths.queuedComment(id))
  const parameters = await searchParams
  const place = readPlace(parameters, id)
  const [item, kept, site] = await Promise.all([lookAt(viewer, id), findKeptWords(viewer), getSite()])
  if (!item && !(await mayHide(viewer, id))) notFound()
  if (!item) answerWith(404)
  return (
    <>
      <PageHead
        title="Comment"
        back={{ label: 'Moderation', address: queueAddress(listOf(place)) }}
        actions={<QueueKeys comments={[]} place={place} />}
      />
      <WhatWasDone viewer={viewer} parameters={parameters} place={place} />
      {item ? (
        <QueueItem
          {...{ item, viewer, place }}
          next={null}
          sent={String(parameters.reply ?? '')}
          kept={keptFor(kept, id)}
          zone={site}
        />
      ) : (
        <>
          <EmptyState title="This comment is not there any more">Its author has deleted it.</EmptyState>
          <UnsentReply id={id} place={place} />
          <UnsentWords kept={keptFor(kept, id)} />
        </>
      )}
    </>
  )
}
