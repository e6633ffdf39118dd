import { paths } from '@/lib/paths'

export type AccountEntry = {
  label: string
  /** What is there, in a few words. */
  about: string
  address: string
}

/** Everything of one's own account, in its order. A new page adds its line here. */
export const ACCOUNT_ENTRIES: AccountEntry[] = [
  { label: 'Profile', about: 'Your name, and a few words about you', address: paths.accountProfile() },
  { label: 'My comments', about: 'What you said, and what became of it', address: paths.ownComments() },
  { label: 'My reports', about: 'What you reported, and what was decided', address: paths.ownReports() },
  { label: 'Notifications', about: 'What you were told, and how it is mailed', address: paths.notifications() },
  { label: 'Saved articles', about: 'What you put aside to read', address: paths.savedArticles() },
  { label: 'Following', about: 'Sections, authors and topics you hear of', address: paths.following() },
  { label: 'Muted people', about: 'Whose comments you do not see', address: paths.mutedPeople() },
  { label: 'E-mail address', about: 'Where codes and mails go', address: paths.accountMailbox() },
  { label: 'Password', about: 'Choose another one, or a first', address: paths.accountPassword() },
  { label: 'Where you are signed in', about: 'Your sessions, and how to end them', address: paths.accountSessions() },
  {
    label: 'Sign-in and security',
    about: 'Passkeys, codes from an app, recovery codes',
    address: paths.accountSecurity(),
  },
  { label: 'Your data', about: 'Everything about you, in a file to keep', address: paths.accountExport() },
  { label: 'Delete your account', about: 'With seven days to change your mind', address: paths.accountDeletion() },
]
