import { expect, it } from 'vitest'
import { cropAround } from './crop'

const picture = { width: 1200, height: 800 }

it('cuts around what must stay in view, and never past an edge', () => {
  expect(cropAround({ ...picture, focalX: 0.5, focalY: 0.5 }, { width: 1, height: 1 })).toEqual({
    ...{ left: 200, top: 0, width: 800, height: 800 },
  })
  expect(cropAround({ ...picture, focalX: 0.02, focalY: 0.9 }, { width: 1, height: 1 }).left).toBe(0)
  expect(cropAround({ ...picture, focalX: 1, focalY: 0 }, { width: 1, height: 1 }).left).toBe(400)
  expect(cropAround({ ...picture, focalX: 0.5, focalY: 0.8 }, { width: 3, height: 1 })).toEqual({
    ...{ left: 0, top: 400, width: 1200, height: 400 },
  })
})

it('takes the whole of a picture that has the shape already, and a pixel of one that is nearly a line', () => {
  expect(cropAround({ ...picture, focalX: 0, focalY: 0 }, { width: 3, height: 2 })).toEqual({
    left: 0,
    top: 0,
    ...picture,
  })
  expect(cropAround({ width: 5000, height: 1, focalX: 0.5, focalY: 0.5 }, { width: 440, height: 630 })).toMatchObject({
    ...{ width: 1, height: 1 },
  })
})
