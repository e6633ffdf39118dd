/** A decision cannot be made, or undone, as it was asked for. */
export class DecisionRefused extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'DecisionRefused'
  }
}

/** The comment is not any more what the moderator saw when they decided. */
export class StaleDecision extends DecisionRefused {}

/** Somebody else looks at the comment. */
export class ClaimedByOther extends DecisionRefused {}
