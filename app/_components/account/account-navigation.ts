import { paths } from '@/lib/paths'

export type AccountEntry = {
  label: string
  /** What is there, in a few words. */
  about: string
  address: string
}

/** Everything of one's own account, in its order. A new page adds its line here. */
export const ACCOUNT_ENTRIES: AccountEntry[] = [
  { label: 'Notifications', about: 'What you were told, and how it is mailed', address: paths.notifications() },
  { label: 'Saved articles', about: 'What you put aside to read', address: paths.savedArticles() },
  { label: 'Following', about: 'Sections, authors and topics you hear of', address: paths.following() },
  {
    label: 'Sign-in and security',
    about: 'Passkeys, codes from an app, recovery codes',
    address: paths.accountSecurity(),
  },
]
