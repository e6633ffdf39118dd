import { paths } from '@/lib/paths'

/**
 * Leads to where somebody is muted. It is the same for everyone; `app/_reader/mute.js` shows whether the reader did, and
 * mutes them here.
 */
export function MuteForm({ person, name }: { person: number; name: string }) {
  return (
    <form action={paths.mutedPeople()} className="follow mute">
      <input type="hidden" name="person" value={person} />
      <button type="submit" aria-label={`Mute ${name}`}>
        Mute
      </button>
      <p className="note" role="status" />
    </form>
  )
}
