import { putValue } from '../put-value'

/** What the drawn blocks are made of: plain elements, as a hundred of them stand in one text. */

let fields = 0

/** A labelled line of text inside a block. @param set is told what was typed */
export function field(label: string, value: string, set: (value: string) => void): HTMLElement {
  fields += 1
  const wrap = document.createElement('div')
  wrap.className = 'block-field'
  const name = document.createElement('label')
  name.textContent = label
  name.htmlFor = `block-field-${fields}`
  const input = document.createElement('input')
  input.id = name.htmlFor
  input.value = value
  input.dataset.label = label
  input.addEventListener('input', () => set(input.value))
  wrap.append(name, input)
  return wrap
}

/** Brings the lines of a block up to what its node says, the one that is being typed in among them. */
export function refresh(dom: HTMLElement, values: Record<string, string>): void {
  for (const input of dom.querySelectorAll<HTMLInputElement>('input[data-label]')) {
    const value = values[input.dataset.label ?? '']
    if (value !== undefined) putValue(input, value)
  }
}

export function element(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.append(...children)
  return made
}

export function button(label: string, press: () => void): HTMLElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'desk-button is-small'
  made.textContent = label
  made.addEventListener('click', press)
  return made
}
