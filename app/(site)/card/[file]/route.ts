import { answerCard } from '@/app/_components/cards/answer-card'
import { faceOfSite } from '@/lib/cards/card-face'
import { paths } from '@/lib/paths'
import { getSite } from '@/lib/site/site-queries'

/** The paper's own card, for those who show a link to its front or a list. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params
  return answerCard(faceOfSite(await getSite()), file, (version) => paths.card(version))
}
