import { describe, expect, it } from 'vitest'
import { wayBack } from './way-back'

describe('wayBack', () => {
  it.each([
    '/',
    '/politics/budget-vote',
    '/politics/budget-vote#comments',
    '/search?q=dam%20failed&page=2',
    '/account/profile',
  ])('leads to %s', (path) => expect(wayBack(path)).toBe(path))

  it.each([
    ...[
      '//evil.example',
      '///evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
    ],
    ...['https://evil.example', 'https:evil.example', 'http:/evil.example', 'javascript:alert(1)', 'data:text/html,x'],
    ...['/.//evil.example', '/..//evil.example', '/a/..//evil.example', '/%2e//evil.example', '/%2e%2e//evil.example'],
    ...['evil.example', '@evil.example', ' //evil.example', '/ /evil.example', '/x\r\nLocation: //evil.example', ''],
    ...['//evil.example\\@news.example', '／／evil.example', '//evil。example', '/sign-in?back=/sign-in', '/sign-out'],
    ...['/api/auth/signout', '/theme', `/${'x'.repeat(3000)}`, 'nonsense', '?', '#'],
  ])('leads nowhere else: %j', (wanted) => expect(wayBack(wanted, '/account')).toBe('/account'))

  it.each([undefined, null, 7, ['/a', '/b'], {}])('takes no %j', (wanted) => expect(wayBack(wanted)).toBe('/'))
})
