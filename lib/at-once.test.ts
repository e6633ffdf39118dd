import { describe, expect, it } from 'vitest'
import { eachAtOnce } from './at-once'

describe('eachAtOnce', () => {
  it('gives what came of each in their order, whichever was done first', async () => {
    const work = async (wait: number, index: number) => {
      await new Promise((resolve) => setTimeout(resolve, wait))
      return `${index}:${wait}`
    }
    expect(await eachAtOnce([9, 1, 5, 0], 3, work)).toEqual(['0:9', '1:1', '2:5', '3:0'])
  })

  it('has as many under way as were asked for, and no more', async () => {
    let [open, most] = [0, 0]
    await eachAtOnce(Array.from({ length: 20 }), 4, async () => {
      open += 1
      most = Math.max(most, open)
      await new Promise((resolve) => setTimeout(resolve, 1))
      open -= 1
    })
    expect([open, most]).toEqual([0, 4])
  })

  it('does nothing with nothing, and tells what failed', async () => {
    expect(await eachAtOnce([], 4, async () => 1)).toEqual([])
    await expect(eachAtOnce([1], 4, async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  })
})
