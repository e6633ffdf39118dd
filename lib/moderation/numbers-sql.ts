import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { type Day, lastDays } from '../days'
import type { Viewer } from '../people/viewer'
import { moderatedSections, requireModerator } from './moderation-policy'
import type { DayNumbers, Numbers, StoryNumbers } from './numbers'

/** How many stories are listed, those with the most comments. */
const STORIES = 25

/**
 * What happened to comments on each of the last days, in the sections where the viewer moderates.
 *
 * @throws {Refused} when they moderate nowhere
 */
export async function numbersByDay(
  viewer: Viewer,
  count: number,
  zone: string,
  now = new Date(),
): Promise<DayNumbers[]> {
  requireModerator(viewer, 'see the numbers of the conversation')
  const days = lastDays(count, now, zone)
  const rows = numbersBy(sql`period.day`, viewer, days)
  const found = new Map(rows.map(({ name, ...numbers }) => [name, numbers]))
  return days.map(({ day }) => ({ day, ...(found.get(day) ?? { posted: 0, held: 0, rejected: 0, medianWait: null }) }))
}

/** The same by story, for those with the most comments. @throws {Refused} when the viewer moderates nowhere */
export async function numbersByStory(
  viewer: Viewer,
  count: number,
  zone: string,
  now = new Date(),
): Promise<StoryNumbers[]> {
  requireModerator(viewer, 'see the numbers of the conversation')
  const days = lastDays(count, now, zone)
  const whole = [{ day: 'all', start: (days[0] as Day).start, end: (days.at(-1) as Day).end }]
  const rows = numbersBy(sql`c.article_id`, viewer, whole).slice(0, STORIES)
  const stories = rows.length === 0 ? [] : await storiesOf(rows.map(({ name }) => Number(name)))
  return rows.flatMap(({ name, ...numbers }) => {
    const story = stories.find(({ articleId }) => articleId === Number(name))
    return story ? [{ ...story, ...numbers }] : []
  })
}

type Row = Numbers & { name: string | number }

/** @param name what the comments are grouped by; the largest group comes first */
function numbersBy(name: SQL, viewer: Viewer, days: Day[]): Row[] {
  const bounds = days.map(({ day, start, end }) => sql`(${day}, ${start.getTime()}, ${end.getTime()})`)
  // Naming every state lets each day be read along the index on state and moment.
  const from = sql`
    from period cross join ${comments} c
    join ${articles} a on a.id = c.article_id
    where c.state in ('pending', 'approved', 'rejected', 'spam')
      and c.created_at >= period.starts and c.created_at < period.ends and ${inSections(viewer)}`
  return database().all<Row>(sql`
    with period(day, starts, ends) as (values ${sql.join(bounds, sql`, `)}),
    counted as (
      select ${name} as name, count(*) as posted,
        sum(coalesce(json_extract(c.verdict, '$.outcome') = 'hold', 0)) as held,
        sum(c.state in ('rejected', 'spam')) as rejected
      ${from} group by 1
    ),
    waits as (
      select ${name} as name, c.decided_at - c.created_at as wait,
        row_number() over (partition by ${name} order by c.decided_at - c.created_at) as place,
        count(*) over (partition by ${name}) as waited
      ${from} and c.decided_by is not null and json_extract(c.verdict, '$.outcome') = 'hold'
    )
    select counted.name, posted, held, rejected, (
      select avg(wait) from waits
      where waits.name = counted.name and place in ((waited + 1) / 2, (waited + 2) / 2)
    ) as medianWait
    from counted order by posted desc, counted.name`)
}

function inSections(viewer: Viewer): SQL {
  const limits = moderatedSections(viewer)
  if (limits === null) return sql`1`
  if (limits.length === 0) return sql`0`
  const ids = limits.map((id) => sql`${id}`)
  return sql`a.section_id in (${sql.join(ids, sql`, `)})`
}

async function storiesOf(ids: number[]) {
  return database()
    .select({ articleId: articles.id, headline: articles.headline, section: sections.slug, slug: articles.slug })
    .from(articles)
    .innerJoin(sections, sql`${sections.id} = ${articles.sectionId}`)
    .where(
      sql`${articles.id} in (${sql.join(
        ids.map((id) => sql`${id}`),
        sql`, `,
      )})`,
    )
}
