import type { BreakingNews } from '@/lib/fronts/breaking-news'
import { paths } from '@/lib/paths'
import { Stylesheet } from '../ui/stylesheet'

/** The one loud thing on a page while something is breaking. */
export function BreakingStrip({ breaking: { text, article } }: { breaking: BreakingNews }) {
  return (
    <section className="breaking" aria-label="Breaking news">
      <Stylesheet name="breaking" />
      <p>
        <strong>Breaking</strong> {article ? <a href={paths.article(article)}>{text}</a> : text}
      </p>
    </section>
  )
}
