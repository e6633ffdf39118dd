import { hash, verify } from '@node-rs/argon2'

/** A password that cannot be chosen, and why. */
export class PasswordRefused extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'PasswordRefused'
  }
}

const SHORTEST = 10
const LONGEST = 128
/** In UTF-16 units, before anything is done with it: work on what a stranger sends is bounded. */
const LONGEST_GIVEN = 1000

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** What the commonest passwords are made of; digits and marks around them do not make them better. */
const COMMON = new Set(
  `
aaaaaaaaaa abc abcabc abcabcabc abcd abcde abcdef abcdefg abcdefghij access accessaccess adgangskode admin
adminadmin administrador administrator amanda andrew android angel angels apple arsenal asdf asdfasdf asdfgh
asdfghjkl asdfqwer ashley asshole autumn azerty azertyuiop banana barcelona baseball basketball batman bitch
blahblah blessed bonjour breakingnews broadsheet business buster butterfly changeit changeme changemenow
changethis charlie cheese chelsea chocolate company computer contrasena contrasenia cookie daniel database
december default defaultpassword demo demodemo diamond dollar dragon editor enter example facebook family
february flower flowers football fortnite freedom friday fuckoff fuckyou ginger golden goodbye google guest
guestguest hallo harley haslo headline headlines heaven hello hellohello helloworld helpdesk heslo hockey hunter
iloveu iloveyou iloveyouiloveyou iloveyouu instagram internet iphone ironman january jennifer jessica jesus
jesuschrist jordan joshua journalist juventus killer letmein letmeinnow letmeinplease liberty linkedin liverpool
login loginlogin losenord lovelove lovely loveyou manchester master matrix matthew maverick michael microsoft
minecraft mnbvcxz monday money monkey motdepasse mustang mylove mypassword mysecret newpassword newsdesk
newspaper newsroom nicole nopassword notapassword november october office opensesame openup orange parola pass
passpass passphrase passw passwd password passwordpassword passwort pepper phoenix poiuytrewq pokemon princesa
princess purple qazwsx qazwsxedc qweasd qweasdzxc qwerty qwertyqwerty qwertyui qwertyuiop qwertz qwertzuiop
rainbow ranger realmadrid reporter robert root rootroot salasana sample samsung secret secretsecret senha
september server sesame shadow silver soccer spiderman spring startrek starwars summer sunshine superman
superuser support temp temporary temppass temppassword test tester testing testpassword testtest thomas thunder
tigger toor topsecret trust trustno trustnoone twitter unicorn user username userpass useruser wachtwoord
welcome welcomeback welcomehome whatever windows winter xxxxxxxxxx yourpassword zxcvbn zxcvbnm
`
    .trim()
    .split(/\s+/),
)

/**
 * Hashes a password for keeping.
 *
 * @param about words that must not be the password: the person's name and mailbox
 * @throws {PasswordRefused} when it is too short, too long or too common
 */
export async function hashPassword(password: string, about: string[] = []): Promise<string> {
  if (password.length > LONGEST_GIVEN)
    throw new PasswordRefused(`The password is too long; use at most ${LONGEST} characters.`)
  const normal = password.normalize('NFKC')
  const length = [...normal].length
  if (length < SHORTEST) throw new PasswordRefused(`The password has ${length} characters; use at least ${SHORTEST}.`)
  if (length > LONGEST) throw new PasswordRefused(`The password has ${length} characters; use at most ${LONGEST}.`)
  if (isGuessable(normal, about))
    throw new PasswordRefused('This password is among the first that are guessed; choose another.')
  return hash(normal, COST)
}

/** Whether a password is the one that was hashed. */
export async function isPassword(kept: string, password: string): Promise<boolean> {
  if (password.length > LONGEST_GIVEN) return false
  return verify(kept, password.normalize('NFKC'))
}

/** The hash of a password that nobody knows, made at the same cost. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$Wqj1d76ST7hOWpd6wfD7dg$qg8u5sjDc0tobybG/Pq0A5mhI8/ADT0o3Z/dc5aIuF8'

/** The same, where there may be no such account, or no password: that answer takes as long as the other. */
export async function isPasswordOfAnyone(kept: string | null | undefined, password: string): Promise<boolean> {
  const isRight = await isPassword(kept ?? NOBODYS, password)
  return isRight && typeof kept === 'string'
}

function isGuessable(password: string, about: string[]): boolean {
  const small = password.toLowerCase()
  // Digits that stand for letters do so inside a word; those at its end are a year or a count.
  const spellings = [small, plain(small), plain(small.replace(/[^\p{L}]+$/u, ''))]
  const cores = spellings.map((spelling) => spelling.replaceAll(/[^\p{L}]/gu, ''))
  if (cores.some((candidate) => COMMON.has(candidate))) return true
  if (new Set(small).size <= 3 || isRun(small)) return true
  const letters = small.replaceAll(/[^\p{L}]/gu, '')
  const whole = about.map((text) => text.toLowerCase().replaceAll(/[^\p{L}]/gu, ''))
  const own = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2)
  return [...own, ...whole].some((word) => letters !== '' && (letters === word || small === word))
}

const STANDS_FOR: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', '@': 'a', $: 's' }

function plain(text: string): string {
  return text.replaceAll(/[01345@$]/g, (sign) => STANDS_FOR[sign] ?? sign)
}

/** `1234567890`, `abcdefghij` and their reverse. */
function isRun(text: string): boolean {
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)))
  const isEndlessDigits = '01234567890123456789'.includes(text) || '98765432109876543210'.includes(text)
  return isEndlessDigits || (steps.size === 1 && Math.abs([...steps][0] ?? 0) === 1)
}
