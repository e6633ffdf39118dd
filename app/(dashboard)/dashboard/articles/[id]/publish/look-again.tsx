import { paths } from '@/lib/paths'

/** Where to go when the article is no longer what the page shows. */
export function LookAgain({ articleId }: { articleId: number }) {
  return (
    <p className="desk-actions">
      <a href={paths.publishSheet(articleId)}>Show this page anew</a>
      <a href={paths.revisions(articleId)}>What changed</a>
    </p>
  )
}
