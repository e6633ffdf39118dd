import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react'

/** One primary button a page; a danger for what cannot be taken back. */
type Look = { look?: 'primary' | 'plain' | 'danger' | 'quiet'; isSmall?: boolean; children: ReactNode }

function classOf({ look = 'plain', isSmall = false }: Omit<Look, 'children'>): string {
  return ['desk-button', look !== 'plain' && `is-${look}`, isSmall && 'is-small'].filter(Boolean).join(' ')
}

/** A button of a form; 44 pixels high, 36 when small. */
export function Button({ look, isSmall, children, ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="submit" {...rest} className={classOf({ look, isSmall })}>
      {children}
    </button>
  )
}

/** A link that looks like a button: it goes somewhere and does nothing. */
export function ButtonLink({ look, isSmall, children, ...rest }: Look & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a {...rest} className={classOf({ look, isSmall })}>
      {children}
    </a>
  )
}
