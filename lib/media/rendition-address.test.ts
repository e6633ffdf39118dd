import { describe, expect, it } from 'vitest'
import { parseRenditionAddress, renditionAddress, sourceSets, widthsOf } from './rendition-address'

describe('parseRenditionAddress', () => {
  it.each(['avif', 'webp', 'jpg'] as const)('reads an address that ends in .%s', (format) => {
    const expected = { id: 12, name: 'dam-morning', width: 640, format }
    expect(parseRenditionAddress(`/media/12/dam-morning-640.${format}`)).toEqual(expected)
  })

  it.each([
    { id: 1, name: 'a' },
    { id: 999_999_999, name: 'route-66' },
    { id: 7, name: 'ferry-640' },
    { id: 7, name: '東京' },
  ])('reads what renditionAddress wrote: $name', (image) => {
    const address = parseRenditionAddress(renditionAddress(image, 1280, 'avif'))
    expect(address).toMatchObject({ id: image.id, width: 1280, format: 'avif' })
    expect(decodeURIComponent(address?.name ?? '')).toBe(image.name)
  })

  it.each([
    '',
    '/media/',
    '/media/12',
    '/media/12/dam-morning.jpg',
    '/media/12/-640.jpg',
    '/media/0/dam-morning-640.jpg',
    '/media/012/dam-morning-640.jpg',
    '/media/-1/dam-morning-640.jpg',
    '/media/1e3/dam-morning-640.jpg',
    '/media/9999999999999999/dam-morning-640.jpg',
    '/media/12/dam-morning-641.jpg',
    '/media/12/dam-morning-0640.jpg',
    '/media/12/dam-morning-640.png',
    '/media/12/dam-morning-640.jpeg',
    '/media/12/dam-morning-640.jpg/',
    '/media/12/dam-morning-640.jpg\n',
    '/media/12/Dam-Morning-640.jpg',
    '/media/12/dam--morning-640.jpg',
    '/media/12/../dam-morning-640.jpg',
    '/media/12/..-640.jpg',
    '/media/12/..%2f..%2fsecrets-640.jpg',
    '/media/12/%2e%2e%5csecrets-640.jpg',
    '/media/12/%252e%252e-640.jpg',
    '/media/12/dam%00-640.jpg',
    '/media/12/%-640.jpg',
    '/media/../media/12/dam-morning-640.jpg',
    'https://example.org/media/12/dam-morning-640.jpg',
  ])('refuses “%s”', (path) => {
    expect(parseRenditionAddress(path)).toBeNull()
  })
})

describe('sourceSets', () => {
  it('offers each format, best first, in the widths that the original has the pixels for', () => {
    expect(sourceSets({ id: 3, name: 'ferry', width: 700 })).toEqual([
      {
        format: 'avif',
        srcset: '/media/3/ferry-320.avif 320w, /media/3/ferry-480.avif 480w, /media/3/ferry-640.avif 640w',
      },
      {
        format: 'webp',
        srcset: '/media/3/ferry-320.webp 320w, /media/3/ferry-480.webp 480w, /media/3/ferry-640.webp 640w',
      },
      {
        format: 'jpg',
        srcset: '/media/3/ferry-320.jpg 320w, /media/3/ferry-480.jpg 480w, /media/3/ferry-640.jpg 640w',
      },
    ])
  })

  it.each([
    [5000, [320, 480, 640, 800, 960, 1280, 1920]],
    [1920, [320, 480, 640, 800, 960, 1280, 1920]],
    [1919, [320, 480, 640, 800, 960, 1280]],
    [320, [320]],
    [12, [320]],
  ])('of %d pixels', (width, widths) => {
    expect(widthsOf({ width })).toEqual(widths)
  })
})
