import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { log } from '../log'
import { Scheduler } from './scheduler'

let scheduler: Scheduler | undefined

/** Lets the clock run until the scheduler has looked so many times. */
const looks = (count: number) => vi.advanceTimersByTimeAsync(500 * count)

function schedule(duties: Record<string, () => unknown>): Scheduler {
  scheduler = new Scheduler(
    Object.entries(duties).map(([name, run]) => ({ name, run: async () => void (await run()) })),
  )
  scheduler.start()
  return scheduler
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  vi.spyOn(log, 'error').mockImplementation(() => {})
})

afterEach(async () => {
  await scheduler?.stop()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('Scheduler', () => {
  it('does its duties again and again, in their order', async () => {
    const done: string[] = []
    schedule({ first: () => done.push('first'), second: () => done.push('second') })
    expect(done).toEqual([])
    await looks(2)
    expect(done).toEqual(['first', 'second', 'first', 'second'])
  })

  it('does one after the other, and never the same twice at once', async () => {
    const done: string[] = []
    let finish = () => {}
    schedule({
      slow: () => {
        done.push('slow begins')
        return new Promise<void>((resolve) => {
          finish = () => resolve()
        })
      },
      quick: () => done.push('quick'),
    })
    await looks(5)
    expect(done).toEqual(['slow begins'])
    finish()
    await vi.advanceTimersByTimeAsync(0)
    expect(done).toEqual(['slow begins', 'quick'])
    await looks(1)
    finish()
    expect(done).toEqual(['slow begins', 'quick', 'slow begins'])
  })

  it('says when it last looked', async () => {
    const started = schedule({})
    expect(started.seenAt()).toBe(1_000_000)
    await looks(2)
    expect(started.seenAt()).toBe(1_001_000)
  })

  it('is not seen while a duty hangs', async () => {
    let finish = () => {}
    const started = schedule({
      hanging: () =>
        new Promise<void>((resolve) => {
          finish = () => resolve()
        }),
    })
    await looks(20)
    expect(started.seenAt()).toBe(1_000_000)
    finish()
    await vi.advanceTimersByTimeAsync(0)
    expect(started.seenAt()).toBe(1_010_000)
  })

  describe('when a duty fails', () => {
    it('does the others, and tries it again', async () => {
      const done: string[] = []
      schedule({
        failing: () => {
          done.push('failing')
          throw new Error('database is locked')
        },
        other: () => done.push('other'),
      })
      await looks(2)
      expect(done).toEqual(['failing', 'other', 'failing', 'other'])
    })

    it('says which and why', async () => {
      const failure = new Error('database is locked')
      schedule({ 'release what is due': () => Promise.reject(failure) })
      await looks(1)
      expect(log.error).toHaveBeenCalledExactlyOnceWith(
        { duty: 'release what is due', err: failure },
        'a scheduled duty failed and will be tried again',
      )
    })

    it('survives one that fails before it returns a promise', async () => {
      const done: string[] = []
      const failing = () => {
        throw new Error('at once')
      }
      scheduler = new Scheduler([
        { name: 'failing', run: failing },
        { name: 'other', run: async () => void done.push('other') },
      ])
      scheduler.start()
      await looks(2)
      expect(done).toEqual(['other', 'other'])
    })
  })

  describe('stop', () => {
    it('ends it', async () => {
      const run = vi.fn()
      const started = schedule({ run })
      await looks(1)
      await started.stop()
      await looks(10)
      expect(run).toHaveBeenCalledTimes(1)
    })

    it('waits for the duty in hand, and begins no other look', async () => {
      const done: string[] = []
      let finish = () => {}
      const started = schedule({
        slow: () =>
          new Promise<void>((resolve) => {
            finish = () => resolve()
          }),
      })
      await looks(1)
      const stopped = started.stop().then(() => done.push('stopped'))
      await vi.advanceTimersByTimeAsync(0)
      expect(done).toEqual([])
      finish()
      await stopped
      await looks(10)
      expect([done, vi.getTimerCount()]).toEqual([['stopped'], 0])
    })

    it('may be called before it starts, and twice', async () => {
      const idle = new Scheduler([])
      await idle.stop()
      await idle.stop()
      expect(vi.getTimerCount()).toBe(0)
    })
  })
})
