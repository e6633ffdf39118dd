import { type Chance, chanceOf } from '@/lib/articles/merge/random-edits'

/** What one person does next; the numbers choose among what is there by then. */
export type Act =
  | {
      is: 'type'
      where: 'end' | 'middle' | 'new' | 'heading' | 'list' | 'headline' | 'standfirst'
      block: number
      words: number
    }
  | { is: 'delete' | 'split' | 'bold'; block: number }
  | { is: 'move'; block: number; direction: 'Up' | 'Down' }
  | { is: 'undo' | 'save' | 'cut' | 'reload' | 'close' | 'crash' | 'rest' }

/** What happens at once: an act of each, and what becomes of the server meanwhile. */
export type Round = { acts: Act[]; house: 'stands' | 'is killed' | 'starts'; choices: number[] }

/** A plan of what two to four people do to one article, the same for the same seed. */
export function planOf(seed: number, rounds: number, kills: number): { people: number; rounds: Round[] } {
  const chance = chanceOf(seed)
  const people = 2 + chance.below(3)
  const every = Math.floor(rounds / kills)
  return {
    people,
    rounds: Array.from({ length: rounds }, (_, at) => ({
      acts: Array.from({ length: people }, () => actOf(chance)),
      house: at % every === every - 3 ? 'is killed' : at % every === every - 2 ? 'starts' : 'stands',
      choices: Array.from({ length: people }, () => chance.below(3)),
    })),
  }
}

const PLACES = [
  'end',
  'end',
  'end',
  'middle',
  'middle',
  'new',
  'new',
  'heading',
  'list',
  'headline',
  'standfirst',
] as const

function actOf(chance: Chance): Act {
  const kind = chance.below(40)
  const block = chance.below(1000)
  if (kind < 20) return { is: 'type', where: chance.pick(PLACES), block, words: 1 + chance.below(3) }
  if (kind < 23) return { is: 'delete', block }
  if (kind < 25) return { is: 'split', block }
  if (kind < 28) return { is: 'move', block, direction: chance.pick(['Up', 'Down'] as const) }
  if (kind < 29) return { is: 'bold', block }
  const rare = ['undo', 'save', 'save', 'cut', 'cut', 'cut', 'reload', 'reload', 'close', 'crash', 'rest'] as const
  return { is: rare[kind - 29] as (typeof rare)[number] }
}

/** Each word is written once in the world, and is known by its looks wherever it stands. */
export function wordsOf(text: string): string[] {
  return text.match(/k\d+[a-d]\d+z/g) ?? []
}

export function wordOf(seed: number, person: number, count: number): string {
  return `k${seed}${'abcd'[person]}${count}z`
}
