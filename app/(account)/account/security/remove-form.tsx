type RemoveFormProps = { action: string; label: string; id?: number; isOnly: boolean }

/** Removes a second factor; the last one only if its owner says that they want to do without. */
export function RemoveForm({ action, label, id, isOnly }: RemoveFormProps) {
  return (
    <form method="post" action={action} className="account-tools">
      <input type="hidden" name="do" value="remove" />
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      {isOnly && (
        <label className="account-agree">
          <input type="checkbox" name="agreed" /> I want to do without a second factor
        </label>
      )}
      <button type="submit" className="account-button">
        {label}
      </button>
    </form>
  )
}
