import { describe, expect, it } from 'vitest'
import {
  answerWith,
  askedStatus,
  expiresAt,
  inPrivateAnswer,
  inRenderScope,
  isPublicRendering,
  newRenderScope,
  oncePerRendering,
  reads,
} from './render-scope'

describe('a render scope', () => {
  it('begins with nothing', () => {
    expect(newRenderScope()).toEqual({
      reads: new Set(),
      status: null,
      article: null,
      expiresAt: Number.POSITIVE_INFINITY,
      isAnew: false,
    })
  })

  it('notes down what is read, each thing once', () => {
    const scope = newRenderScope()
    inRenderScope(scope, () => {
      reads('article:1', 'site')
      reads('article:1')
      reads()
    })
    expect(scope.reads).toEqual(new Set(['article:1', 'site']))
  })

  it('gives back what the rendering gives', async () => {
    expect(inRenderScope(newRenderScope(), () => 3)).toBe(3)
    expect(await inRenderScope(newRenderScope(), async () => 4)).toBe(4)
  })

  it('reaches through promises, timers and parts that render side by side', async () => {
    const scope = newRenderScope()
    await inRenderScope(scope, async () => {
      await Promise.resolve()
      reads('article:1')
      await new Promise<void>((resolve) =>
        setImmediate(() => {
          reads('article:2')
          resolve()
        }),
      )
      await Promise.all([3, 4].map(async (id) => reads(`article:${id}`)))
    })
    expect([...scope.reads]).toEqual(['article:1', 'article:2', 'article:3', 'article:4'])
  })

  it('keeps pages apart that render at once', async () => {
    const scopes = [newRenderScope(), newRenderScope()]
    await Promise.all(
      scopes.map((scope, index) =>
        inRenderScope(scope, async () => {
          await new Promise((resolve) => setImmediate(resolve))
          reads(`article:${index}`)
          if (index === 1) answerWith(410)
        }),
      ),
    )
    expect(scopes.map((scope) => [[...scope.reads], scope.status])).toEqual([
      [['article:0'], null],
      [['article:1'], 410],
    ])
  })

  it('knows the status that was asked for last', () => {
    const scope = newRenderScope()
    inRenderScope(scope, () => {
      expect(askedStatus()).toBeNull()
      answerWith(404)
      expect(askedStatus()).toBe(404)
      answerWith(410)
      expect(askedStatus()).toBe(410)
    })
    expect(scope.status).toBe(410)
  })

  it('expires at the earliest moment that was named', () => {
    const scope = newRenderScope()
    inRenderScope(scope, () => {
      for (const at of [3000, 1000, 2000]) expiresAt(new Date(at))
    })
    expect(scope.expiresAt).toBe(1000)
  })

  it('ends with the rendering, also when that fails', () => {
    const failing = () =>
      inRenderScope(newRenderScope(), () => {
        answerWith(404)
        throw new Error('no such part')
      })
    expect(failing).toThrow('no such part')
    expect(askedStatus()).toBeNull()
  })

  it('is not needed: outside of one nothing is noted', () => {
    reads('site')
    answerWith(404)
    expiresAt(new Date(0))
    expect(askedStatus()).toBeNull()
  })
})

describe('a query of one rendering', () => {
  it('is asked once for the same parameters, and says what it read', async () => {
    let asked = 0
    const find = oncePerRendering(async (section: string, page: number) => {
      asked += 1
      reads(`section:${section}`)
      return `${section} ${page}`
    })
    const scope = newRenderScope()
    const found = await inRenderScope(scope, () =>
      Promise.all([find('world', 1), find('world', 1), find('world', 2), find('sport', 1)]),
    )
    expect(found).toEqual(['world 1', 'world 1', 'world 2', 'sport 1'])
    expect(asked).toBe(3)
    expect(scope.reads).toEqual(new Set(['section:world', 'section:sport']))
  })

  it('is asked anew by the next rendering, and each time outside of one', () => {
    let asked = 0
    const find = oncePerRendering(() => (asked += 1))
    expect([1, 2].map(() => inRenderScope(newRenderScope(), () => [find(), find()]))).toEqual([
      [1, 1],
      [2, 2],
    ])
    expect([find(), find()]).toEqual([3, 4])
  })
})

describe('one person’s answer', () => {
  it('has the status that was asked for, else its own', async () => {
    const page = async () => {
      answerWith(404)
      expect(isPublicRendering()).toBe(false)
      return { status: 200, body: 'nothing here' }
    }
    expect(await inPrivateAnswer(page)).toEqual({ status: 404, body: 'nothing here' })
    expect(await inPrivateAnswer(async () => ({ status: 303 }))).toEqual({ status: 303 })
  })
})
