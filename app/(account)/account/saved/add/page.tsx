import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Door } from '@/app/_components/account/door'
import { getPublicCard } from '@/lib/articles/article-queries'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { readId } from '@/lib/people/signed-in-post'

export const metadata: Metadata = { title: 'Save this article?', robots: { index: false } }

type Props = { searchParams: Promise<{ article?: string }> }

/** Where somebody comes back to who had to sign in before an article could be saved. An address alone saves nothing. */
export default async function SaveAfterwardsPage({ searchParams }: Props) {
  const { article = '' } = await searchParams
  const id = readId(String(article))
  await requireViewer(paths.saveAfterwards(id ?? 0))
  const card = id === null ? null : await getPublicCard(id)
  if (!card) redirect(paths.savedArticles())
  return (
    <Door title="Save this article?">
      <p lang={card.language} dir={card.direction}>
        <a href={paths.article(card)}>{card.headline}</a>
      </p>
      <form method="post" action={paths.saveArticle()} className="account-form">
        <input type="hidden" name="article" value={card.id} />
        <button type="submit" className="button">
          Save
        </button>
      </form>
    </Door>
  )
}
