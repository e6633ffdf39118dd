import { isPublicRendering } from '@/lib/serving/render-scope'

/**
 * Small modules from `public/reader/`, each made so that the page works without it: what is read and seen is fetched
 * before them. Other pages would need a nonce.
 */
export function ReaderModules({ names }: { names: string[] }) {
  if (!isPublicRendering()) return null
  return names.map((name) => <script key={name} type="module" fetchPriority="low" src={`/reader/${name}.js`} />)
}
