'use client'

import { type ComponentProps, type ReactNode, useId, useState } from 'react'
import { cn } from './cn'
import { FieldError, FieldHint } from './field-text'
import { Icon } from './icon'

export type FileDropProps = Omit<
  ComponentProps<'input'>,
  'type' | 'children' | 'onChange' | 'value'
> & {
  /** What to drop, such as "A CSV file". */
  label: ReactNode
  /** The words that look like a link, such as "choose one". */
  browseLabel: ReactNode
  hint?: ReactNode
  error?: ReactNode
  onFiles?: (files: File[]) => void
  /** A chosen file's size in the reader's format. */
  formatSize: (bytes: number) => string
  /** Shown under the chosen files, such as upload progress. */
  children?: ReactNode
}

/**
 * Drop files or choose them. A native file input covers the zone, so dropping,
 * the keyboard and plain form posts all work by the browser's own means.
 */
export function FileDrop({
  label,
  browseLabel,
  hint,
  error,
  onFiles,
  formatSize,
  children,
  disabled,
  className,
  id: givenId,
  ...props
}: FileDropProps) {
  const generated = useId()
  const id = givenId ?? generated
  const [files, setFiles] = useState<File[]>([])
  const [over, setOver] = useState(false)
  const described = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean)
  return (
    <div className={cn('grid gap-2', className)}>
      <div
        className={cn(
          'relative flex flex-col items-center gap-2 rounded-lg border border-input border-dashed bg-surface px-6 py-9 text-center text-sm transition-colors has-focus-visible:outline-2 has-focus-visible:outline-ring',
          over && 'border-accent bg-accent-muted',
          error && 'border-danger',
          disabled ? 'opacity-50' : 'hover:border-accent',
        )}
      >
        <Icon name="upload" className="size-6 text-muted-foreground" />
        <label htmlFor={id}>
          <span className="font-medium">{label}</span>{' '}
          <span className="text-link">{browseLabel}</span>
        </label>
        {hint ? <FieldHint id={`${id}-hint`}>{hint}</FieldHint> : null}
        <input
          id={id}
          type="file"
          disabled={disabled}
          aria-describedby={described.join(' ') || undefined}
          aria-invalid={error ? true : undefined}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])]
            setFiles(chosen)
            onFiles?.(chosen)
          }}
          className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-not-allowed"
          {...props}
        />
      </div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {files.length > 0 ? (
        <ul className="divide-y divide-border rounded-lg border border-border bg-surface text-sm">
          {files.map((file) => (
            <li key={`${file.name}-${file.size}`} className="flex items-center gap-3 px-4 py-2.5">
              <Icon name="file" className="size-5 text-muted-foreground" />
              <span className="min-w-0 flex-1 truncate font-medium">{file.name}</span>
              <span className="text-muted-foreground tabular-nums">{formatSize(file.size)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {children}
    </div>
  )
}
