import { sectionsSchema } from '@/lib/api/answer-schemas'
import { sectionOf } from '@/lib/api/answers'
import { answer, answering } from '@/lib/api/responses'
import { getCountedSections } from '@/lib/articles/section-counts'

export const dynamic = 'force-dynamic'

/** The sections, in the order of the navigation. */
export async function GET(): Promise<Response> {
  return answering(async () => {
    const sections = await getCountedSections()
    return answer(sectionsSchema, {
      sections: sections.map((section) => ({
        ...sectionOf(section),
        description: section.description,
        articles: section.articles,
      })),
    })
  })
}
