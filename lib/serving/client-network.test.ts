import { describe, expect, it } from 'vitest'
import { isThisMachine, networkOf } from './client-network'

const asked = (remoteAddress: string | undefined, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }) as never

describe('networkOf', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:DB8:0001::9', '2001:db8:1:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    [undefined, ''],
  ])('%s is in %s', (address, network) => {
    expect(networkOf(asked(address), 0)).toBe(network)
  })

  it('believes no header when no proxy stands in front', () => {
    expect(networkOf(asked('192.0.2.7', '203.0.113.5'), 0)).toBe('192.0.2.7')
  })

  it.each([
    [1, '203.0.113.5', '203.0.113.5'],
    [1, '198.51.100.1, 203.0.113.5', '203.0.113.5'],
    [2, '198.51.100.1, 203.0.113.5, 10.0.0.2', '203.0.113.5'],
    [1, 'made up, 2001:db8:a:b::1', '2001:db8:a:b'],
    [1, '203.0.113.5:4711', '203.0.113.5'],
    [1, '[2001:db8:a:b::1]:443', '2001:db8:a:b'],
    [1, 'unknown', '10.0.0.1'],
    [1, '', '10.0.0.1'],
    [3, '203.0.113.5', '10.0.0.1'],
  ])('behind %d proxies “%s” came from %s', (proxies, forwarded, network) => {
    expect(networkOf(asked('10.0.0.1', forwarded), proxies)).toBe(network)
  })
})

it('knows this machine', () => {
  const names = ['127.0.0.1', '::1', '::ffff:127.0.0.1', undefined, '192.0.2.7', '2001:db8::1']
  expect(names.map((name) => isThisMachine(networkOf(asked(name), 0)))).toEqual([true, true, true, true, false, false])
})
