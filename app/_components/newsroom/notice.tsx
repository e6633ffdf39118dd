import type { ReactNode } from 'react'

type NoticeProps = { tone: 'success' | 'info' | 'warning' | 'danger'; title?: string; children?: ReactNode }

/** What happened, or what to know before one goes on. A success and a danger are read out. */
export function Notice({ tone, title, children }: NoticeProps) {
  const role = tone === 'danger' ? 'alert' : tone === 'success' ? 'status' : undefined
  return (
    <div className={`desk-notice is-${tone}`} role={role}>
      {title && (
        <p>
          <strong>{title}</strong>
        </p>
      )}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}
