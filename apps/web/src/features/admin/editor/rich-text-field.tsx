'use client'

import { cn } from '@archway/ui/cn'
import { FieldError, FieldHint } from '@archway/ui/field-text'
import { Skeleton } from '@archway/ui/skeleton'
import dynamic from 'next/dynamic'
import { useId, useState } from 'react'
import { SourceView } from './rich-text/source-view'
import type { RichTextProps } from './rich-text/types'
import { unsupportedTags } from './rich-text/unsupported-tags'

const EditorView = dynamic(() => import('./rich-text/editor-view'), {
  ssr: false,
  loading: () => <Skeleton className="m-3 h-44" />,
})

type Props = Omit<RichTextProps, 'labelId' | 'describedBy' | 'isInvalid'> & {
  label: string
  hint?: string
  error?: string
}

/**
 * A labelled rich text. The editor loads by itself when it is first shown; a text that holds tags it
 * would lose opens as HTML. What it gives is checked and cleaned again by the server.
 */
export function RichTextField({ label, hint, error, value, ...rest }: Props) {
  const id = useId()
  const [isSource, setIsSource] = useState(() => unsupportedTags(value).length > 0)
  const describedBy = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].join(' ').trim()
  const shared = {
    ...rest,
    value,
    labelId: `${id}-label`,
    describedBy: describedBy || undefined,
    isInvalid: error !== undefined,
  }
  return (
    <div className="grid gap-1.5">
      <span id={`${id}-label`} className="font-medium text-sm">
        {label}
      </span>
      <div
        className={cn(
          'rounded-md border border-input bg-surface focus-within:border-ring',
          error && 'border-danger',
        )}
      >
        {isSource ? (
          <SourceView {...shared} onVisual={() => setIsSource(false)} />
        ) : (
          <EditorView {...shared} onSource={() => setIsSource(true)} />
        )}
      </div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {hint ? <FieldHint id={`${id}-hint`}>{hint}</FieldHint> : null}
    </div>
  )
}
