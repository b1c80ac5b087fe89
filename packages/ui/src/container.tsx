import type { ComponentProps } from 'react'
import { cn } from './cn'

const sizes = {
  narrow: 'max-w-narrow',
  prose: 'max-w-reading',
  content: 'max-w-content',
  page: 'max-w-page',
  wide: 'max-w-wide',
}

export type ContainerProps = ComponentProps<'div'> & { size?: keyof typeof sizes }

/** Centres its content at a named width with the page's side margins. */
export function Container({ size = 'page', className, ...props }: ContainerProps) {
  return <div className={cn('mx-auto w-full px-5 sm:px-8', sizes[size], className)} {...props} />
}
