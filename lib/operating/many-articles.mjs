const WORDS = 'dam flood rail budget harbour storm council inquiry strike ferry'.split(' ')
const STATES = ['draft', 'in_review', 'ready', 'scheduled', 'published', 'published', 'published', 'published']
const MINUTE = 60_000

/**
 * Fills a newsroom with made-up articles, for measuring and for looking at plans of queries: all states, everyone's, one
 * saved each minute up to now.
 *
 * @param {import('better-sqlite3').Database} db with its schema
 * @param {{ count: number, people: number[], sections: number[] }} of whose and where they are, as ids
 */
export function fillWithArticles(db, { count, people, sections }) {
  const text = 'Words of it. '.repeat(20)
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] }
  const body = JSON.stringify({ type: 'doc', content: Array.from({ length: 6 }, () => paragraph) })
  const insert = db.prepare(
    `insert into articles (state, section_id, slug, headline, body, words, language, published_at, saved_at, begun_by,
     assignee_id, deadline_at, legal_wanted_at, picture_wanted_at, binned_at) values (?, ?, ?, ?, ?, 240, 'en', ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const now = Date.now()
  db.exec('BEGIN')
  for (let number = 1; number <= count; number += 1) {
    const state = STATES[number % STATES.length]
    const savedAt = now - (count - number) * MINUTE
    const every = (some, value) => (number % some === 0 ? value : null)
    insert.run(
      state,
      sections[number % sections.length],
      `story-${number}`,
      `${WORDS[number % 10]} ${WORDS[(number * 7 + 3) % 10]} story ${number}`,
      body,
      state === 'published' ? savedAt : state === 'scheduled' ? now + number * MINUTE : null,
      savedAt,
      people[number % people.length],
      every(3, people[number % people.length]),
      every(5, savedAt + 60 * MINUTE),
      every(500, savedAt),
      every(300, savedAt),
      every(50, savedAt),
    )
  }
  db.exec('COMMIT')
  db.exec('ANALYZE')
}
