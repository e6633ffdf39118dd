/** What is done about people, by its name in the log. */
export const DEED_NAMES: Record<string, string> = {
  'person.warn': 'Warned',
  'person.suspend': 'Suspended',
  'person.ban': 'Banned',
  'person.restore': 'Let back in',
  'person.portrait': 'Portrait removed',
  'person.hold': 'Held without being told',
  'person.release': 'No longer held',
}
