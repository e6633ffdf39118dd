import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { mayWrite } from '@/lib/articles/article-policy'
import { sectionsFor } from '@/lib/articles/editing/desk-lookups'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { getSite } from '@/lib/site/site-queries'
import { NewArticleForm } from './new-article-form'

export const metadata: Metadata = { title: 'New article' }

/** Where an article begins: what it needs to have a place; everything else is written on its own page. */
export default async function NewArticlePage() {
  const viewer = await requireStaff(paths.newArticle())
  if (!mayWrite(viewer)) notFound()
  const [site, sections] = await Promise.all([getSite(), sectionsFor(viewer)])
  return (
    <>
      <PageHead
        title="New article"
        back={{ label: 'Articles', address: paths.deskArticles() }}
        intro="A working title will do. All of it can be changed on the next page."
      />
      <NewArticleForm sections={sections} language={site.language} />
    </>
  )
}
