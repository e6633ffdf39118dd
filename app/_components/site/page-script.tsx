import { type PageKind, scriptAddress } from '@/lib/serving/page-scripts'
import { isPublicRendering } from '@/lib/serving/render-scope'

/**
 * The script of a page for everyone (`app/_reader/pages/`), made so that the page works without it: what is read and seen
 * is fetched before it. Other pages would need a nonce.
 */
export function PageScript({ kind }: { kind: PageKind }) {
  if (!isPublicRendering()) return null
  return <script type="module" fetchPriority="low" src={scriptAddress(kind)} />
}
