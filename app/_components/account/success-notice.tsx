/** Says that what was just asked for is done. */
export function SuccessNotice({ words }: { words: string | undefined }) {
  if (!words) return null
  return (
    <div className="account-notice is-success" role="alert">
      <h2>Success</h2>
      <p>{words}</p>
    </div>
  )
}
