const nameOf = (commentId: number) => `queue-reply:${commentId}`

/** What was typed in answer to a comment and not sent, in this tab of the browser; empty when there is nothing. */
export function keptReply(commentId: number): string {
  try {
    return sessionStorage.getItem(nameOf(commentId)) ?? ''
  } catch {
    return ''
  }
}

/** Forgets what was sent, once: what is typed to the same comment afterwards stays. @param sent names the reply */
export function forgetSent(commentId: number, sent: string): void {
  try {
    if (sessionStorage.getItem('queue-reply-sent') === sent) return
    sessionStorage.setItem('queue-reply-sent', sent)
  } catch {
    return
  }
  keepReply(commentId, '')
}

/** Keeps it, until it is sent or emptied. */
export function keepReply(commentId: number, text: string): void {
  try {
    if (text.trim() === '') sessionStorage.removeItem(nameOf(commentId))
    else sessionStorage.setItem(nameOf(commentId), text)
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
}
