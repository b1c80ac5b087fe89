import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { CopyButton } from './copy-button'

export type CodeBlockProps = Omit<ComponentProps<'div'>, 'title' | 'children'> & {
  code: string
  /** Names the scrolling region. */
  label: string
  /** File name or language, shown above. */
  title?: ReactNode
  /** Shows a copy button. */
  copyLabels?: { copy: string; copied: string }
}

/** Code as it is, scrolling sideways. */
export function CodeBlock({ code, label, title, copyLabels, className, ...props }: CodeBlockProps) {
  return (
    <div
      className={cn('relative overflow-hidden rounded-lg border border-border bg-muted', className)}
      {...props}
    >
      {title ? (
        <div className="flex h-10 items-center border-border border-b px-4 font-medium text-muted-foreground text-xs">
          {title}
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a section would add a landmark per block. */}
      <pre
        role="group"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard.
        tabIndex={0}
        className="overflow-x-auto p-4 font-mono text-[0.8125rem] leading-relaxed focus-visible:outline-offset-[-2px]"
      >
        <code>{code}</code>
      </pre>
      {copyLabels ? (
        <CopyButton
          text={code}
          labels={copyLabels}
          className="absolute end-1.5 top-1 print:hidden"
        />
      ) : null}
    </div>
  )
}
