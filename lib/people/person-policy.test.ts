import { describe, expect, it } from 'vitest'
import { isStaff, mayInSection, mayRestrain } from './person-policy'
import { type Role, unsafeOperator, unsafeViewer } from './viewer'

const viewer = (role: Role, sections?: number[] | null) => unsafeViewer({ id: 7, name: 'Ed', role, sections })

describe('isStaff', () => {
  it.each(['author', 'editor', 'moderator', 'admin'] as const)('counts a %s', (role) => {
    expect(isStaff({ role })).toBe(true)
  })

  it.each(['reader', 'commenter'] as const)('does not count a %s', (role) => {
    expect(isStaff({ role })).toBe(false)
  })
})

describe('mayInSection', () => {
  it('keeps an editor to the sections that were given', () => {
    expect(mayInSection(viewer('editor', [3]), 3)).toBe(true)
    expect(mayInSection(viewer('editor', [3]), 4)).toBe(false)
    expect(mayInSection(viewer('moderator', []), 3)).toBe(false)
  })

  it('limits nobody who has no limits, and no admin', () => {
    expect(mayInSection(viewer('editor'), 4)).toBe(true)
    expect(mayInSection(viewer('admin', [3]), 4)).toBe(true)
    expect(mayInSection(unsafeOperator(), 4)).toBe(true)
  })
})

describe('mayRestrain', () => {
  const reader = { id: 8, role: 'reader' as const }

  it('keeps what holds everywhere from a moderator who is limited to sections', () => {
    expect(mayRestrain(viewer('moderator'), reader)).toBe(true)
    expect(mayRestrain(viewer('moderator', [3]), reader)).toBe(false)
    expect(mayRestrain(viewer('moderator', []), reader)).toBe(false)
    expect(mayRestrain(viewer('admin', [3]), reader)).toBe(true)
  })

  it('lets nobody restrain themselves, and a moderator no staff', () => {
    expect(mayRestrain(viewer('admin'), { id: 7, role: 'admin' })).toBe(false)
    expect(mayRestrain(viewer('moderator'), { id: 8, role: 'author' })).toBe(false)
    expect(mayRestrain(viewer('editor'), reader)).toBe(false)
  })
})
