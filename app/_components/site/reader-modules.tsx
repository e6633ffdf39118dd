import { isPublicRendering } from '@/lib/serving/render-scope'

/** Small modules from `public/reader/`, each made so that the page works without it. Other pages would need a nonce. */
export function ReaderModules({ names }: { names: string[] }) {
  if (!isPublicRendering()) return null
  return names.map((name) => <script key={name} type="module" src={`/reader/${name}.js`} />)
}
