/**
 * Everything that the database knows of a person, by the column that points at them: what it is called where they take
 * it along, or why it is left out. A column that is missing here fails a test, so that nothing new is forgotten.
 */
export type PersonalTable = { title: string; without?: string[] } | { leftOut: string }

const SOMEBODY_ELSES =
  'It says who of the newsroom decided on what is somebody else’s; the log of one’s own deeds has it.'
const NEWSROOMS = 'It is the newsroom’s record of its own work; the log of one’s own deeds has what one did.'
const SECRET = 'It is a secret or its hash: it opens an account, and says nothing of its owner.'

export const PERSONAL_TABLES: Record<string, PersonalTable> = {
  'comments.person_id': { title: 'Comments', without: ['verdict', 'openReports', 'listedAs', 'escalatedAt'] },
  'comments.decided_by': { leftOut: SOMEBODY_ELSES },
  'comments.picked_by': { leftOut: SOMEBODY_ELSES },
  'comments.escalated_by': { leftOut: SOMEBODY_ELSES },
  'comment_decisions.decided_by': { leftOut: SOMEBODY_ELSES },
  'comment_claims.person_id': { leftOut: 'What a moderator looks at is forgotten after minutes.' },
  'comment_likes.person_id': { title: 'Comments you recommended' },
  'comment_reports.person_id': { title: 'Comments you reported' },
  'comment_reports.decided_by': { leftOut: SOMEBODY_ELSES },
  'mutes.person_id': { title: 'People you muted' },
  'mutes.muted_id': { leftOut: 'Whom somebody does not want to read is theirs to know.' },
  'thread_follows.person_id': { title: 'Threads you follow' },
  'notifications.person_id': { title: 'Notifications', without: ['about', 'mailAt'] },
  'notification_choices.person_id': { title: 'What is mailed' },
  'saved_articles.person_id': { title: 'Saved articles' },
  'follows.person_id': { title: 'What you follow' },
  'portraits.person_id': { title: 'Your portrait', without: ['image'] },
  'sessions.person_id': { title: 'Where you signed in' },
  'deletions.person_id': { title: 'The deletion you asked for' },
  'personal_exports.person_id': { title: 'Copies of your data', without: ['file', 'claimedAt', 'attempts'] },
  'authors.person_id': { title: 'Your bylines' },
  'revisions.person_id': { title: 'Articles you saved a text of', without: ['content'] },
  'revisions.kept_by': { leftOut: NEWSROOMS },
  'versions.person_id': { title: 'Versions you published', without: ['text', 'content', 'hash', 'previousHash'] },
  'working_copies.person_id': { title: 'Changes of yours that are not live', without: ['input'] },
  'article_saves.person_id': { leftOut: 'It keeps one save from being made twice; the revisions list what was saved.' },
  'article_notes.person_id': { title: 'Notes you wrote on articles' },
  'article_notes.resolved_by': { leftOut: NEWSROOMS },
  'preview_links.person_id': { title: 'Preview links you made' },
  'article_locks.person_id': { title: 'Articles you hold' },
  'articles.begun_by': { title: 'Articles you began', without: ['body', 'search'] },
  'articles.assignee_id': { leftOut: NEWSROOMS },
  'fronts.launched_by': { leftOut: NEWSROOMS },
  'front_launches.person_id': { leftOut: NEWSROOMS },
  'breaking_news.started_by': { leftOut: NEWSROOMS },
  'media.uploaded_by': { title: 'Pictures you uploaded' },
  'moderation_words.added_by': { leftOut: NEWSROOMS },
  'shadow_holds.person_id': { leftOut: 'A hold that its subject knows of holds nothing; it ends with the account.' },
  'shadow_holds.held_by': { leftOut: NEWSROOMS },
  'person_notes.person_id': { title: 'Notes that moderators made about you', without: ['writer'] },
  'person_notes.written_by': {
    leftOut: 'It is about somebody else; the log of one’s own deeds has that it was written.',
  },
  'corrections.person_id': { title: 'Corrections you wrote' },
  'audit.person_id': { title: 'What you did' },
  'person_sections.person_id': { title: 'Sections you are limited to' },
  'passkeys.person_id': { title: 'Your passkeys', without: ['counter'] },
  'invitations.invited_by': { title: 'Whom you invited', without: ['email', 'mailbox'] },
  'provider_accounts.person_id': { title: 'Services you sign in with' },
  'mail_codes.person_id': { leftOut: SECRET },
  'one_time_tokens.person_id': { leftOut: SECRET },
  'authenticators.person_id': { leftOut: SECRET },
  'recovery_codes.person_id': { leftOut: SECRET },
  'passkey_challenges.person_id': { leftOut: SECRET },
}

/** Columns that are no part of an export wherever they stand: what opens an account, or could be tried at leisure. */
export const SECRET_COLUMN = /hash|secret|sealed|token|credential|publickey|challenge|network/i
