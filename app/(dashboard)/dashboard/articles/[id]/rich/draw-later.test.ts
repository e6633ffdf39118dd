import { afterEach, describe, expect, it, vi } from 'vitest'

/** What a browser lends a script that waits for time: asked by itself, not as a function that was taken out of it. */
class Time {
  constructor(private left: number) {}
  timeRemaining(): number {
    this.left -= 5
    return this.left
  }
}

async function someElements(count: number) {
  vi.resetModules()
  const asked: ((time: Time) => void)[] = []
  const seen: { see: (entries: object[]) => void }[] = []
  vi.stubGlobal('requestIdleCallback', (run: (time: Time) => void) => asked.push(run))
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(see: (entries: object[]) => void) {
        seen.push({ see })
      }
      observe() {}
      unobserve() {}
    },
  )
  const { drawLater } = await import('./draw-later')
  const drawn: number[] = []
  const elements = Array.from({ length: count }, () => ({}) as Element)
  const off = elements.map((element, at) => drawLater(element, () => drawn.push(at)))
  return { asked, drawn, off, see: (at: number) => seen[0]?.see([{ isIntersecting: true, target: elements[at] }]) }
}

afterEach(() => vi.unstubAllGlobals())

describe('drawLater', () => {
  it('draws as many as there is time for, and asks for more', async () => {
    const { asked, drawn } = await someElements(6)
    for (let turn = 0; turn < 6 && asked.length > 0; turn += 1) asked.shift()?.(new Time(20))
    expect(drawn).toEqual([0, 1, 2, 3, 4, 5])
    expect(asked).toEqual([])
  })

  it('draws what is near at once, and once', async () => {
    const { asked, drawn, see } = await someElements(3)
    see(2)
    expect(drawn).toEqual([2])
    for (let turn = 0; turn < 3 && asked.length > 0; turn += 1) asked.shift()?.(new Time(20))
    expect(drawn).toEqual([2, 0, 1])
  })

  it('leaves out what was called off', async () => {
    const { asked, drawn, off } = await someElements(3)
    off[1]?.()
    for (let turn = 0; turn < 3 && asked.length > 0; turn += 1) asked.shift()?.(new Time(20))
    expect(drawn).toEqual([0, 2])
  })
})
