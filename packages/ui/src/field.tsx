import { cloneElement, type ReactNode, useId } from 'react'
import { cn } from './cn'
import { FieldError, FieldHint } from './field-text'
import { Label } from './label'
import { useResolvedChild } from './slot'

/** Wiring that a control inside a field receives. */
export type FieldControl = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  required: boolean | undefined
}

export type FieldProps = {
  label: ReactNode
  /** One control (`<Input />`, `<Select>`, `<Textarea />`), or a function that gets the wiring. */
  children: ReactNode | ((control: FieldControl) => ReactNode)
  hint?: ReactNode
  /** When set the control is marked invalid and described by this text. */
  error?: ReactNode
  required?: boolean
  /** Shown beside the label, such as the word for "optional". */
  note?: ReactNode
  /** Keeps the label for assistive technology only. */
  hideLabel?: boolean
  id?: string
  className?: string
}

/**
 * Ids and aria attributes that tie a control to its hint and error.
 * The error comes first, so it is what is read out first.
 */
export function fieldWiring(
  id: string,
  state: { hint?: ReactNode; error?: ReactNode; required?: boolean },
): { control: FieldControl; hintId: string; errorId: string } {
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const described = [state.error ? errorId : null, state.hint ? hintId : null].filter(Boolean)
  return {
    control: {
      id,
      'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
      'aria-invalid': state.error ? true : undefined,
      required: state.required || undefined,
    },
    hintId,
    errorId,
  }
}

/** Label, control, hint and error as one accessible unit. Works in server components. */
export function Field({
  label,
  children,
  hint,
  error,
  required,
  note,
  hideLabel,
  id: givenId,
  className,
}: FieldProps) {
  const generated = useId()
  const child = useResolvedChild(typeof children === 'function' ? null : children)
  const ownId = typeof child?.props.id === 'string' ? child.props.id : undefined
  const { control, hintId, errorId } = fieldWiring(givenId ?? ownId ?? generated, {
    hint,
    error,
    required,
  })
  return (
    <div className={cn('grid content-start gap-1.5', className)}>
      <div className={hideLabel ? 'sr-only' : 'flex items-baseline justify-between gap-3'}>
        <Label htmlFor={control.id}>{label}</Label>
        {note ? <span className="text-muted-foreground text-xs">{note}</span> : null}
      </div>
      {typeof children === 'function'
        ? children(control)
        : child
          ? cloneElement(child, { ...control, ...definedOnly(child.props) })
          : children}
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
      {hint ? <FieldHint id={hintId}>{hint}</FieldHint> : null}
    </div>
  )
}

function definedOnly(props: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined))
}
