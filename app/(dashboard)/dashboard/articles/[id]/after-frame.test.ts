import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { afterFrame } from './after-frame'

let frames: (() => void)[]
let done: number

beforeEach(() => {
  vi.useFakeTimers()
  ;[frames, done] = [[], 0]
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const work = () => {
  done += 1
}
/** Draws the frame that was asked for, and lets what waits for it run. */
const draw = () => {
  for (const frame of frames.splice(0)) frame()
  expect(done).toBe(0)
  vi.advanceTimersByTime(0)
}

describe('afterFrame', () => {
  it('does it once for all that asked, when the frame is drawn', () => {
    const after = afterFrame(work)
    after.ask()
    after.ask()
    draw()
    expect(done).toBe(1)
    vi.runAllTimers()
    expect(done).toBe(1)
  })

  it('does it again for who asks again', () => {
    const after = afterFrame(work)
    after.ask()
    draw()
    after.ask()
    for (const frame of frames.splice(0)) frame()
    vi.advanceTimersByTime(0)
    expect(done).toBe(2)
  })

  it('does it without a frame, for a page that nobody sees', () => {
    const after = afterFrame(work)
    after.ask()
    vi.advanceTimersByTime(100)
    expect(done).toBe(1)
  })

  it('does it at once for who cannot wait, and nothing when nobody asked', () => {
    const after = afterFrame(work)
    after.finish()
    expect(done).toBe(0)
    after.ask()
    after.finish()
    expect(done).toBe(1)
    vi.runAllTimers()
    for (const frame of frames.splice(0)) frame()
    vi.runAllTimers()
    expect(done).toBe(1)
  })
})
