'use client'

import { type ComponentProps, useEffect, useState } from 'react'
import { Button } from './button'
import { Icon } from './icon'

export type CopyButtonProps = Omit<ComponentProps<typeof Button>, 'children' | 'onClick'> & {
  /** What lands on the clipboard. */
  text: string
  labels: { copy: string; copied: string }
}

/** Copies a text and says so for two seconds. */
export function CopyButton({ text, labels, ...props }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={copied ? labels.copied : labels.copy}
      onClick={async () => {
        await navigator.clipboard.writeText(text)
        setCopied(true)
      }}
      {...props}
    >
      <Icon name={copied ? 'check' : 'copy'} />
      <span role="status" className="sr-only">
        {copied ? labels.copied : ''}
      </span>
    </Button>
  )
}
