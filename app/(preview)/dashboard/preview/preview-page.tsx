import { ArticleText, isEnglish } from '@/app/_components/articles/article-text'
import { PublicPage } from '@/app/_components/site/public-page'
import { Stylesheet } from '@/app/_components/ui/stylesheet'
import type { Article } from '@/lib/articles/article'
import { paths } from '@/lib/paths'
import { previewWith } from '@/lib/serving/render-scope'
import { getSite } from '@/lib/site/site-queries'

type Props = {
  article: Article
  /** What its pictures are fetched with. */
  pictureKey: string
  /** Links back to the desk are for those who come from there. */
  isStaff: boolean
}

/** An article as it would be read, in the paper's own frame. */
export async function PreviewPage({ article, pictureKey, isStaff }: Props) {
  previewWith(pictureKey)
  const site = await getSite()
  return (
    <PublicPage current={article.section.slug}>
      {!isEnglish(article.language) && <Stylesheet name="languages" />}
      <Stylesheet name="letters" />
      <Stylesheet name="preview" />
      <p className="preview-note">
        Preview of what is on the desk. Readers do not see it yet.
        {isStaff && (
          <>
            {' '}
            <a href={paths.deskArticle(article.id)}>Back to the article</a>
            {' · '}
            <a href={paths.previewLinks(article.id)}>Share this preview</a>
          </>
        )}
      </p>
      <ArticleText article={article} site={site} hasChanges={false} comments={null} />
    </PublicPage>
  )
}
