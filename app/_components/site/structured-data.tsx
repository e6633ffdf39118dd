import type { Graph } from 'schema-dts'
import { jsonForScript } from '@/lib/structured-data/json-for-script'

/** What the page says of itself to machines. */
export function StructuredData({ data }: { data: Graph }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: jsonForScript leaves nothing in it that HTML could read
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForScript(data) }} />
}
