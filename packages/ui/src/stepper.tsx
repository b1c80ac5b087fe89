import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { Icon } from './icon'
import type { LinkComponent } from './link-component'

export type StepState = 'done' | 'current' | 'upcoming' | 'error'

export type StepperProps = Omit<ComponentProps<'ol'>, 'children'> & {
  /** Accessible name of the list. */
  label: string
  steps: { id: string; label: ReactNode; hint?: ReactNode; state: StepState; href?: string }[]
  /** What each state is called for assistive technology. */
  stateLabels: Record<StepState, string>
  orientation?: 'horizontal' | 'vertical'
  linkComponent?: LinkComponent
}

const dots: Record<StepState, string> = {
  done: 'border-accent bg-accent text-accent-foreground',
  current: 'border-accent bg-surface text-accent ring-4 ring-accent-muted',
  upcoming: 'border-border-strong bg-surface text-muted-foreground',
  error: 'border-danger bg-danger-muted text-danger',
}

/** Where one is in a sequence. Horizontal becomes vertical on phones. */
export function Stepper({
  label,
  steps,
  stateLabels,
  orientation = 'horizontal',
  linkComponent: Anchor = 'a',
  className,
  ...props
}: StepperProps) {
  const across = orientation === 'horizontal'
  return (
    <ol
      aria-label={label}
      className={cn('flex flex-col', across && 'sm:flex-row', className)}
      {...props}
    >
      {steps.map((step, index) => (
        <li
          key={step.id}
          aria-current={step.state === 'current' ? 'step' : undefined}
          className={cn(
            'relative flex flex-1 gap-3 pb-6 last:pb-0',
            across && 'sm:flex-col sm:gap-2 sm:pe-4 sm:pb-0',
          )}
        >
          {index < steps.length - 1 ? (
            <span
              aria-hidden="true"
              className={cn(
                'absolute start-3.5 top-9 bottom-2 w-px',
                across && 'sm:start-10 sm:end-3 sm:top-3.5 sm:bottom-auto sm:h-px sm:w-auto',
                step.state === 'done' ? 'bg-accent' : 'bg-border-strong',
              )}
            />
          ) : null}
          <span
            aria-hidden="true"
            className={cn(
              'grid size-7 shrink-0 place-items-center rounded-full border font-semibold text-xs tabular-nums',
              dots[step.state],
            )}
          >
            {step.state === 'done' ? <Icon name="check" className="size-4" /> : index + 1}
          </span>
          <span className="min-w-0 pt-0.5 text-sm">
            <span
              className={cn(
                'block font-medium',
                step.state === 'upcoming' && 'text-muted-foreground',
              )}
            >
              {step.href ? (
                <Anchor href={step.href} className="rounded-xs hover:underline">
                  {step.label}
                </Anchor>
              ) : (
                step.label
              )}
              <span className="sr-only"> ({stateLabels[step.state]})</span>
            </span>
            {step.hint ? <span className="text-muted-foreground">{step.hint}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  )
}
