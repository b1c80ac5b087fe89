import { Icon } from './icon'
import { State, type StateProps } from './state'

export type ErrorStateProps = StateProps & {
  /** A reference that support can look up. */
  reference?: string
}

/** Something failed: says what, what to do, and a reference for support. */
export function ErrorState({ icon, reference, children, ...props }: ErrorStateProps) {
  return (
    <State icon={icon ?? <Icon name="warning" />} role="alert" {...props}>
      {reference ? (
        <>
          {children}
          <code className="rounded-sm bg-muted px-2 py-1 font-mono text-muted-foreground text-xs">
            {reference}
          </code>
        </>
      ) : (
        children
      )}
    </State>
  )
}
