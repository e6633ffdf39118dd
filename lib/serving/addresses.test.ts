import { describe, expect, it } from 'vitest'
import { readAddress } from './addresses'

const page = (address: string, path = address) => ({ is: 'page', address, path })
const elsewhere = (address: string) => ({ is: 'elsewhere', address })
const unreadable = { is: 'unreadable' }

describe('readAddress', () => {
  it.each(['/', '/politics', '/politics/budget-vote', '/feed.xml', '/a-b_c.d~e'])('takes %s as it is', (target) => {
    expect(readAddress(target)).toEqual(page(target))
  })

  describe('sends other spellings to the canonical one', () => {
    it.each([
      ['/Politics', '/politics'],
      ['/POLITICS/Budget-Vote', '/politics/budget-vote'],
      ['/politics/', '/politics'],
      ['//politics', '/politics'],
      ['/politics//budget-vote', '/politics/budget-vote'],
      ['///', '/'],
      ['//evil.example/x', '/evil.example/x'],
      ['/Politics/?page=2&from=mail', '/politics?page=2'],
      ['/politics/?page=1', '/politics'],
      ['/TAG/%C3%89lys%C3%A9e', '/tag/%C3%A9lys%C3%A9e'],
      ['/tag/e%CC%81lys%C3%A9e', '/tag/%C3%A9lys%C3%A9e'],
      ['/tag/%CE%9F%CE%94%CE%9F%CE%A3', '/tag/%CE%BF%CE%B4%CE%BF%CF%82'],
    ])('%s -> %s', (target, address) => {
      expect(readAddress(target)).toEqual(elsewhere(address))
    })

    it('in one step: where it leads is canonical', () => {
      for (const target of ['/A//B/', '/Tag/%C3%89', '/tag/a%CC%8A', '/X%2Fy', '/%49', '/tag/%C4%B0zmir']) {
        const reading = readAddress(target)
        const address = reading.is === 'unreadable' ? '' : reading.address
        expect(readAddress(address)).toEqual(page(address))
      }
    })
  })

  describe('takes percent-encodings that only differ in spelling as the same page', () => {
    it.each([
      ['/tag/%d9%85', '/tag/%D9%85'],
      ['/%70olitics', '/politics'],
      ['/tag/it%27s', "/tag/it's"],
      ['/tag/a+b', '/tag/a%2Bb'],
      ['/tag/a@b', '/tag/a%40b'],
      ['/tag/a%2fb', '/tag/a%2Fb'],
    ])('%s is %s', (target, address) => {
      expect(readAddress(target)).toEqual(page(address))
    })

    it('decodes once, so that an encoded percent sign stays one', () => {
      expect(readAddress('/tag/%252e%252e')).toEqual(page('/tag/%252e%252e'))
      expect(readAddress('/tag/100%25')).toEqual(page('/tag/100%25'))
    })

    it('never makes an encoded slash into a part of the path', () => {
      expect(readAddress('/tag%2Ffloods')).toEqual(page('/tag%2Ffloods'))
    })
  })

  describe('keeps the parameters that mean something', () => {
    it.each([
      ['/politics?page=2', '/politics?page=2'],
      ['/latest?page=17', '/latest?page=17'],
      ['/tag/floods?page=3', '/tag/floods?page=3'],
      ['/author/wren?page=999999', '/author/wren?page=999999'],
      ['/politics?utm_source=mail&page=2&x=1', '/politics?page=2'],
      ['/politics?page=2&page=3', '/politics?page=2'],
      ['/politics?page=%32', '/politics?page=2'],
      ['/search?page=2&utm=x&q=Floods++today', '/search?q=Floods+today&page=2'],
      ['/search?q=a&section=&author=&from=&to=&sort=', '/search?q=a'],
      ['/search?sort=newest&from=2026-11-24&q=%00', '/search?from=2026-11-24&sort=newest'],
    ])('%s is %s', (target, address) => {
      expect(readAddress(target)).toEqual(page(address, address.split('?')[0]))
    })

    it.each([
      '/politics?',
      '/politics?page',
      '/politics?page=',
      '/politics?page=1',
      '/politics?page=0',
      '/politics?page=-2',
      '/politics?page=02',
      '/politics?page=2.5',
      '/politics?page=2e3',
      '/politics?page=1000000',
      '/politics?page=two',
      '/politics?page=+2',
      '/politics?Page=2',
      '/politics?utm_source=x&fbclid=y',
      '/politics?%',
      '/politics?%ff=%00',
      '/politics#top',
      '/politics#?page=2',
    ])('and no more than those: %s', (target) => {
      expect(readAddress(target)).toEqual(page('/politics'))
    })

    it.each([
      ['/?page=2', '/'],
      ['/politics/budget-vote?page=2', '/politics/budget-vote'],
      ['/tag/a/feed.xml?page=2', '/tag/a/feed.xml'],
      ['/feed.xml?page=2', '/feed.xml'],
      ['/robots.txt?page=2', '/robots.txt'],
    ])('ignores a page number where nothing is paged: %s', (target, address) => {
      expect(readAddress(target)).toEqual(page(address))
    })
  })

  describe('reads an absolute address as its path, whatever host it names', () => {
    it.each([
      ['http://news.example/politics', page('/politics')],
      ['HTTPS://EVIL.example:8443/politics?page=2', page('/politics?page=2', '/politics')],
      ['http://news.example', page('/')],
      ['http://news.example/Politics/', elsewhere('/politics')],
      ['http://name:word@news.example/politics', page('/politics')],
    ])('%s', (target, reading) => {
      expect(readAddress(target)).toEqual(reading)
    })
  })

  describe('refuses', () => {
    it.each([
      ['nothing of a path', '*'],
      ['a path without its slash', 'politics'],
      ['another scheme', 'ftp://news.example/politics'],
      ['two dots', '/politics/../dashboard'],
      ['one dot', '/./politics'],
      ['two dots at the end', '/politics/..'],
      ['encoded dots', '/%2e%2e/etc/passwd'],
      ['half-encoded dots', '/.%2E/x'],
      ['a NUL', '/politics%00'],
      ['a line break', '/politics%0d%0aset-cookie:x'],
      ['a tab', '/politics\tx'],
      ['DEL', '/politics%7f'],
      ['a backslash', '/politics\\x'],
      ['an encoded backslash', '/%5cevil.example'],
      ['a lone percent sign', '/100%'],
      ['digits that are not hexadecimal', '/%zz'],
      ['bytes that are not UTF-8', '/%ff%fe'],
      ['an overlong slash', '/%c0%af'],
      ['a lone surrogate in UTF-8', '/%ed%a0%80'],
    ])('%s', (_, target) => {
      expect(readAddress(target)).toEqual(unreadable)
    })

    it('no search, however long: what was typed is cut', () => {
      const reading = readAddress(`/search?q=${'x'.repeat(10_000)}&page=2`)
      expect(reading.is === 'page' && reading.address.length).toBeLessThan(300)
      expect(readAddress(`/search?q=${'%E6%B4%AA'.repeat(10_000)}`).is).toBe('page')
      expect(readAddress(`/search?q=${'x'.repeat(200_000)}`)).toEqual(unreadable)
    })

    it('no search of a program either, but whatever else it holds is as short as in any address', () => {
      const reading = readAddress(`/api/v1/search?q=${'%E6%B4%AA'.repeat(10_000)}&limit=0&from=x`)
      expect(reading.is === 'page' && reading.address).toMatch(/^\/api\/v1\/search\?q=(%E6%B4%AA){202}&from=x&limit=0$/)
      expect(readAddress(`/api/v1/search?q=a&section=${'x'.repeat(10_000)}`)).toEqual(unreadable)
      expect(readAddress(`/api/v1/articles?section=${'x'.repeat(2_100)}`)).toEqual(unreadable)
    })

    it('what is longer than an address is', () => {
      expect(readAddress(`/${'a'.repeat(2047)}`).is).toBe('page')
      expect(readAddress(`/${'a'.repeat(2048)}`)).toEqual(unreadable)
      expect(readAddress(`/politics?x=${'a'.repeat(2048)}`)).toEqual(unreadable)
    })
  })
})
