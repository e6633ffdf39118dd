import { expect, it } from 'vitest'
import { readAddress } from './addresses'

const canonical = (query: string) => {
  const reading = readAddress(`/oembed?${query}`)
  return reading.is === 'page' ? decodeURIComponent(reading.address) : reading.is
}

it.each([
  ['url=https://n.example/world/rain', '/oembed?url=https://n.example/world/rain'],
  [
    'format=json&url=https%3A%2F%2FN.example%2FWorld%2Frain%2F%3Futm%3D1%23x&x=1',
    '/oembed?url=https://n.example/world/rain',
  ],
  ['url=https://n.example/world/rain&format=xml', '/oembed?url=https://n.example/world/rain&format=xml'],
  ['url=https://n.example/world/rain&format=yaml', '/oembed?url=https://n.example/world/rain&format=unknown'],
  [
    'url=https://n.example/world/rain&maxwidth=700&maxheight=50',
    '/oembed?url=https://n.example/world/rain&maxwidth=640&maxheight=0',
  ],
  ['url=https://n.example/world/rain&maxwidth=999999&maxheight=tall', '/oembed?url=https://n.example/world/rain'],
  ['url=https://n.example/world', '/oembed'],
  ['url=https://n.example/a/b/c', '/oembed'],
  ['url=javascript:alert(1)', '/oembed'],
  ['url=//n.example/a/b', '/oembed'],
  ['page=2', '/oembed'],
])('reduces %s to %s', (query, address) => {
  expect(canonical(query)).toBe(address)
})
