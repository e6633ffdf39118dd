import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead, Part } from '@/app/_components/newsroom/page-head'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { getDeskTag } from '@/lib/tags/tag-desk'
import { mayKeepTags } from '@/lib/tags/tag-policy'
import { MergeForm, TagForm } from './tag-forms'

export const metadata: Metadata = { title: 'Tag' }

type Props = { params: Promise<{ id: string }> }

/** One tag. */
export default async function TagDeskPage({ params }: Props) {
  const id = Number((await params).id)
  const viewer = await requireRight(mayKeepTags, paths.tagsDesk())
  const found = Number.isSafeInteger(id) ? await getDeskTag(viewer, id) : null
  if (!found) notFound()
  const { tag, obstacle } = found
  return (
    <>
      <PageHead
        title={`#${tag.name}`}
        back={{ label: 'Tags', address: paths.tagsDesk() }}
        intro={`${tag.articles} ${tag.articles === 1 ? 'article bears' : 'articles bear'} it.`}
      />
      <TagForm tag={tag} obstacle={obstacle} />
      {obstacle === null && (
        <Part
          title="Merge"
          intro="Every article of this tag bears the other one, and this address leads to it. It cannot be taken apart again."
        >
          <MergeForm id={tag.id} />
        </Part>
      )}
    </>
  )
}
