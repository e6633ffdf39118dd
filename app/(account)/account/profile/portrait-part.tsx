import { problemWith } from '@/app/_components/account/problem-summary'
import { Portrait } from '@/app/_components/people/portrait'
import { paths } from '@/lib/paths'

/** How one shows oneself beside what one writes. */
export function PortraitPart({ portrait }: { portrait: string | null }) {
  const problem = problemWith('portrait')
  return (
    <section className="account-part" aria-labelledby="portrait-heading">
      <h2 id="portrait-heading">Portrait</h2>
      <div className="account-portrait">
        {portrait && <Portrait portrait={portrait} side={72} alt="Your portrait" />}
        <p>
          It stands beside your comments, for everyone to see, as a small round picture. What your camera noted about
          when and where is not kept.
        </p>
      </div>
      <form
        method="post"
        action={paths.changePortrait()}
        encType="multipart/form-data"
        className="account-form account-form-tight"
      >
        <div className={problem ? 'account-field is-wrong' : 'account-field'}>
          <label htmlFor="portrait">{portrait ? 'Another picture' : 'A picture'}</label>
          <p className="account-hint" id="portrait-hint">
            JPEG, PNG, WebP, AVIF or GIF, at most 15 MB. The middle of interest is cut out of it.
          </p>
          {problem && (
            <p className="account-error" id="portrait-error">
              <span className="unseen">Error: </span>
              {problem}
            </p>
          )}
          <input
            id="portrait"
            name="portrait"
            type="file"
            accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
            required
            className="account-file"
            aria-describedby={problem ? 'portrait-hint portrait-error' : 'portrait-hint'}
            aria-invalid={problem ? true : undefined}
          />
        </div>
        <button className="account-button" type="submit">
          {portrait ? 'Change portrait' : 'Set portrait'}
        </button>
      </form>
      {portrait && (
        <form method="post" action={paths.changePortrait()}>
          <button className="account-link" type="submit" name="remove" value="1">
            Remove portrait
          </button>
        </form>
      )}
    </section>
  )
}
