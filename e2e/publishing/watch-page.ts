/**
 * Runs in the page: notes which words somebody takes out of what is on the screen, at the moment at which they do; what
 * comes and goes by itself is none of it.
 */
export function watchPage(): void {
  const win = window as unknown as { taken: (words: string[]) => void; desk: object }
  const wordsIn = (text: string) => text.match(/k\d+[a-d]\d+z/g) ?? []
  const clash = () => document.querySelector('.editor-clash')?.textContent ?? ''
  const screen = () => {
    const fields = [...document.querySelectorAll('form.editor :is(textarea, input)')] as HTMLInputElement[]
    const text = document.querySelector('form.editor .ProseMirror')?.textContent ?? ''
    return wordsIn([...fields.map(({ value }) => value), text].join(' '))
  }
  let before: string[] = []
  const remember = (words = screen()) => {
    before = words
  }
  const note = () => {
    const after = new Set(screen())
    const gone = before.filter((word) => !after.has(word))
    if (gone.length > 0) win.taken(gone)
    before = []
  }
  // The editor takes out by itself, at the key, or leaves it to the browser, which says so before and after.
  const isTaking = ({ key, ctrlKey }: KeyboardEvent) => key === 'Backspace' || (ctrlKey && key === 'z')
  const isLeft = ({ inputType, target }: InputEvent) =>
    target instanceof HTMLTextAreaElement || /^(?:delete|history)/.test(inputType)
  addEventListener(
    'keydown',
    (event) => {
      // Whoever means to delete a block sees that it is marked.
      const isBlock = document.activeElement?.classList.contains('ProseMirror')
      if (event.key === 'Backspace' && isBlock && getSelection()?.isCollapsed) {
        event.preventDefault()
        event.stopImmediatePropagation()
      } else if (isTaking(event)) remember()
    },
    true,
  )
  addEventListener('keydown', (event) => isTaking(event) && event.defaultPrevented && note())
  addEventListener('beforeinput', (event) => isLeft(event) && remember(), true)
  addEventListener('input', (event) => isLeft(event as InputEvent) && note())
  // Whoever wants both takes nothing out.
  const isDecision = ({ target }: Event) =>
    (target as Element).textContent === 'Save this' &&
    [...document.querySelectorAll('.editor-clash label')].some(
      (label) => label.textContent !== 'Both' && label.querySelector('input')?.checked,
    )
  let isDeciding = false
  addEventListener(
    'click',
    (event) => {
      isDeciding = isDecision(event)
      if (isDeciding) remember(wordsIn(clash()))
    },
    true,
  )
  addEventListener('click', () => isDeciding && note())

  /** Puts the caret into a block, or marks all of it. @returns what the block says */
  const reach = async (block: number, place: 'begin' | 'middle' | 'end' | 'all'): Promise<string> => {
    const editor = document.querySelector<HTMLElement>('form.editor .ProseMirror')
    if (!editor) return ''
    editor.focus()
    const chosen = editor.children[block % editor.children.length] as HTMLElement
    const texts: Text[] = []
    const walker = document.createTreeWalker(chosen, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    const [first, last] = [texts[0], texts.at(-1)]
    const selection = getSelection() as Selection
    if (!first || !last) selection.collapse(chosen, 0)
    else if (place === 'all') selection.setBaseAndExtent(first, 0, last, last.length)
    else if (place === 'begin') selection.collapse(first, 0)
    else if (place === 'end') selection.collapse(last, last.length)
    else {
      const middle = texts[Math.floor(texts.length / 2)] as Text
      selection.collapse(middle, Math.max(0, middle.data.indexOf(' ', middle.length / 2)))
    }
    // The editor learns of it as of somebody's pointer: by an event, a moment later.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return chosen.textContent ?? ''
  }

  /** The words that this device keeps. */
  const kept = async (): Promise<string[]> => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'desk')) return []
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('desk')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const copies = await new Promise((resolve) => {
      const request = database.transaction('copies').objectStore('copies').getAll()
      request.onsuccess = () => resolve(request.result)
    })
    database.close()
    return wordsIn(JSON.stringify(copies))
  }
  win.desk = { screen, reach, kept }
}

/** What the page lends to the test. */
export type WatchedPage = {
  desk: {
    screen: () => string[]
    reach: (block: number, place: 'begin' | 'middle' | 'end' | 'all') => Promise<string>
    kept: () => Promise<string[]>
  }
}
