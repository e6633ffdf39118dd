/** Lets so many pieces of work run at the same time and no more; the others wait in the order they came. */
export class Turns {
  private running = 0
  private readonly waiting: (() => void)[] = []

  constructor(private readonly most: number) {}

  /** @returns what `work` returns; @throws what it throws, after giving the turn to the next */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= this.most) await new Promise<void>((begin) => this.waiting.push(begin))
    else this.running += 1
    try {
      return await work()
    } finally {
      this.pass()
    }
  }

  /** The turn goes from hand to hand, so that nobody who comes in between can take it. */
  private pass(): void {
    const next = this.waiting.shift()
    if (next) next()
    else this.running -= 1
  }
}
