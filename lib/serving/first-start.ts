import { join } from 'node:path'
import { and, eq, isNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { people } from '@/db/schema/people'
import { isDemoHalfLoaded, loadDemoNewsroom } from '../demo/demo-newsroom'
import type { Environment } from '../env'
import { paths } from '../paths'
import { addPerson, inviteToChoosePassword } from '../people/person-commands'
import { unsafeOperator } from '../people/viewer'
import { saveSection } from '../site/site-commands'

/** Who the first admin is until they say so themselves. */
const FIRST_ADMIN = { email: 'admin@newsroom.example', name: 'Admin', role: 'admin' as const }

/**
 * Makes a newsroom of an empty database: the first admin, a section, the demo newsroom if it is wanted. Does what is
 * missing, however often it is called and wherever it was stopped.
 *
 * @returns the link with which the first admin is set up, as long as none is
 */
export async function prepareNewsroom(
  environment: Environment,
  root: string,
  say: (line: string) => void,
): Promise<string | null> {
  if (environment.demo && (!(await hasArticles()) || (await isDemoHalfLoaded()))) {
    say('Loading the demo newsroom…')
    const count = await loadDemoNewsroom({ folder: join(root, 'db/seed'), media: join(environment.dataDir, 'media') })
    say(`Loaded ${count} articles. Start with DEMO=0 and an empty DATA_DIR for a newsroom of your own.`)
  }
  if (!(await hasSections())) await saveSection(unsafeOperator('operator'), { slug: 'news', name: 'News' })
  const secret = await inviteFirstAdmin()
  return secret && `${environment.siteUrl}${paths.choosePassword(secret)}`
}

async function inviteFirstAdmin(): Promise<string | null> {
  const [anyone] = await database().select({ id: people.id }).from(people).where(eq(people.role, 'admin')).limit(1)
  if (!anyone) return (await addPerson(unsafeOperator(), FIRST_ADMIN)).secret
  const [ready] = await database()
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, 'admin'), eq(people.email, FIRST_ADMIN.email), isNull(people.passwordHash)))
  return ready ? inviteToChoosePassword(unsafeOperator(), FIRST_ADMIN.email, 'set-up') : null
}

async function hasArticles(): Promise<boolean> {
  return (await database().select({ id: articles.id }).from(articles).limit(1)).length > 0
}

async function hasSections(): Promise<boolean> {
  return (await database().select({ id: sections.id }).from(sections).limit(1)).length > 0
}
