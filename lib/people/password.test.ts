import { describe, expect, it } from 'vitest'
import { hashPassword, isPassword, PasswordRefused } from './password'

describe('hashPassword', () => {
  it('keeps an argon2id hash at OWASP’s cost, another each time, that knows its password', async () => {
    const [one, two] = await Promise.all([hashPassword('a quiet harbour'), hashPassword('a quiet harbour')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(two)
    expect(await isPassword(one, 'a quiet harbour')).toBe(true)
    expect(await isPassword(one, 'a quiet harbours')).toBe(false)
    expect(await isPassword(one, '')).toBe(false)
  })

  it('takes one password however a keyboard composes it', async () => {
    const kept = await hashPassword('stra\u00DFe caf\u00E9 42')
    expect(await isPassword(kept, 'stra\u00DFe cafe\u0301 42')).toBe(true)
    expect(await isPassword(await hashPassword('\uFF41 full width word'), 'a full width word')).toBe(true)
  })

  it.each([
    `${'tenletters'.slice(0, 9)}!`,
    `${'x'.repeat(100) + 'yzw'.repeat(9)}!`,
    '🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵',
    'passing words along',
    ' leading and trailing ',
  ])('takes %j', async (password) => {
    expect(await isPassword(await hashPassword(password), password)).toBe(true)
  })

  it.each([
    '',
    'ninechars',
    '🦊🐻🐼🐨🐯🦁🐮🐷🐸',
    'x'.repeat(90) + 'yzw'.repeat(13),
    'ab'.repeat(600),
    '\uFDFA'.repeat(20),
  ])('refuses %j for its length', async (password) => {
    await expect(hashPassword(password)).rejects.toThrow(PasswordRefused)
  })

  it.each([
    ...[
      'password123',
      'P@ssw0rd1234',
      'p4ssw0rd!!!!',
      'passwordpassword',
      '!!qwertyuiop',
      'letmein12345',
      'Broadsheet2026',
      'newsroom-2026',
    ],
    ...['1234567890', '0987654321', 'abcdefghijkl', 'zyxwvutsrqpo', '1111111111', 'abababababab', 'aaaaaaaaaabc'],
  ])('refuses %j as one of the first that are guessed', async (password) => {
    await expect(hashPassword(password)).rejects.toThrow(/first that are guessed/)
  })

  it.each(['priya12345', 'Natarajan!!', 'priyanatarajan1', 'valley-herald1', 'valleyherald99'])(
    'refuses %j to the one it is about',
    async (password) => {
      const about = ['Priya Natarajan', 'priya@valley-herald.example', 'Valley Herald']
      await expect(hashPassword(password, about)).rejects.toThrow(PasswordRefused)
      expect(await hashPassword(password, ['Owen Hale'])).toMatch(/^\$argon2id/)
    },
  )

  it('does no work on an endless guess', async () => {
    expect(await isPassword(await hashPassword('a quiet harbour'), 'x'.repeat(1_000_000))).toBe(false)
  })
})
