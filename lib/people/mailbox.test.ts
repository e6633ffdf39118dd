import { describe, expect, it } from 'vitest'
import { MailboxRefused, mailboxOf } from './mailbox'

describe('mailboxOf', () => {
  it.each([
    ['ada@news.example', 'ada@news.example'],
    ['  Ada.Lovelace+desk@News.Example \n', 'ada.lovelace+desk@news.example'],
    ['ed@BÜCHER.example', 'ed@xn--bcher-kva.example'],
    ['ed@bu\u0308cher.example', 'ed@xn--bcher-kva.example'],
    ['ed@xn--bcher-kva.example', 'ed@xn--bcher-kva.example'],
    ['José@news.example', 'josé@news.example'],
    ['Jose\u0301@news.example', 'josé@news.example'],
    ["o'hara_{x}@a.b-c.example", "o'hara_{x}@a.b-c.example"],
  ])('knows %j as %j', (address, mailbox) => {
    expect(mailboxOf(address)).toBe(mailbox)
  })

  it.each([
    ...['', ' ', 'ada', '@news.example', 'ada@', 'ada@localhost', 'ada@@news.example', 'a@b@news.example'],
    ...[
      'a@x.example,b@y.example',
      'a@x.example b@y.example',
      'a@x.example;b@y.example',
      'Ada <a@x.example>',
      '<a@x.example>',
    ],
    ...['"ada"@news.example', '"a@b"@news.example', 'a\\@b@news.example', 'a(c)@news.example'],
    ...['ada＠news.example', 'a@x＠news.example', 'ada﹫news.example', 'ａda@news.example'],
    ...[
      'a\r\nBcc: x@news.example',
      'a@news.example\r\nx',
      'a\0@news.example',
      'a\u202E@news.example',
      'a b@news.example',
    ],
    ...['.a@news.example', 'a.@news.example', 'a..b@news.example', 'a@.example', 'a@news..example', 'a@news.example.'],
    ...[
      'a@-news.example',
      'a@news-.example',
      'a@192.168.0.10',
      'a@[127.0.0.1]',
      'a@news.example/x',
      'a@news.example:25',
    ],
    ...[`${'a'.repeat(65)}@news.example`, `a@${'b'.repeat(64)}.example`, `a@${'bbbbbbb.'.repeat(40)}example`],
    `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example`,
  ])('refuses %j', (address) => {
    expect(() => mailboxOf(address)).toThrow(MailboxRefused)
  })

  it('says what was refused in one line', () => {
    expect(() => mailboxOf('a\r\nBcc: x\u202E@news.example')).toThrow(/^[^\r\n\u202E]*Bcc[^\r\n\u202E]*$/)
  })
})
