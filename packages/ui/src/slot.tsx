import {
  Children,
  type ComponentProps,
  cloneElement,
  isValidElement,
  type ReactElement,
  type ReactNode,
  type Usable,
  use,
} from 'react'
import { cn } from './cn'

const LAZY = Symbol.for('react.lazy')

/** An element that came from a server component may arrive as a lazy reference: wait for it. */
export function useResolvedChild(
  children: ReactNode,
): ReactElement<Record<string, unknown>> | null {
  let child: unknown = children
  if (
    typeof child === 'object' &&
    child !== null &&
    '$$typeof' in child &&
    child.$$typeof === LAZY &&
    '_payload' in child &&
    isThenable(child._payload)
  ) {
    child = use(child._payload)
  }
  const only = Array.isArray(child) ? Children.toArray(child)[0] : child
  return isValidElement<Record<string, unknown>>(only) ? only : null
}

function isThenable(value: unknown): value is PromiseLike<unknown> & Usable<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value
}

/**
 * Renders its single child with the given props laid under the child's own
 * (class names are merged, the child's other props win). It is how `asChild`
 * works; unlike Radix's it is safe in server components without client code.
 */
export function Slot({ children, className, ...props }: ComponentProps<'span'>) {
  const child = useResolvedChild(children)
  if (!child) return null
  const own = child.props
  return cloneElement(child, {
    ...props,
    ...own,
    className: cn(className, typeof own.className === 'string' ? own.className : undefined),
  })
}
