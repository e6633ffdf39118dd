import { paths } from '@/lib/paths'
import { toPage } from '@/lib/people/account-forms'
import { currentViewer } from '@/lib/people/current-viewer'
import { readExport } from '@/lib/personal-data/export-queries'

/** The copy of one's own data, as a file to keep. Where there is none, the page says how it stands. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return toPage(paths.signIn(paths.accountExport()))
  const bytes = await readExport(viewer)
  if (!bytes) return toPage(paths.accountExport())
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="my-data.zip"',
      'cache-control': 'no-store',
    },
  })
}
