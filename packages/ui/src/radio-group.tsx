import type { ComponentProps, ReactNode } from 'react'
import { useId } from 'react'
import { ChoiceLabel } from './choice-label'
import { cn } from './cn'
import { FieldError, FieldHint } from './field-text'

export type RadioOption = {
  value: string
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
}

export type RadioGroupProps = Omit<ComponentProps<'fieldset'>, 'onChange' | 'defaultValue'> & {
  legend: ReactNode
  name: string
  options: RadioOption[]
  value?: string
  defaultValue?: string
  onValueChange?: (value: string) => void
  hint?: ReactNode
  error?: ReactNode
  required?: boolean
  hideLegend?: boolean
  /** `cards` puts each choice in a bordered box. */
  variant?: 'list' | 'cards'
}

/** One of several, as native radio buttons in a fieldset. */
export function RadioGroup({
  legend,
  name,
  options,
  value,
  defaultValue,
  onValueChange,
  hint,
  error,
  required,
  hideLegend,
  variant = 'list',
  className,
  ...props
}: RadioGroupProps) {
  const id = useId()
  const described = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean)
  return (
    <fieldset
      className={cn('min-w-0', className)}
      aria-describedby={described.join(' ') || undefined}
      {...props}
    >
      <legend className={hideLegend ? 'sr-only' : 'mb-1.5 font-medium text-sm'}>{legend}</legend>
      <div className={variant === 'cards' ? 'grid gap-2' : 'grid'}>
        {options.map((option) => (
          <ChoiceLabel
            key={option.value}
            label={<span className={option.hint ? 'font-medium' : undefined}>{option.label}</span>}
            hint={option.hint}
            className={
              variant === 'cards'
                ? 'rounded-lg border border-border-strong bg-surface px-4 py-3 transition-colors hover:border-input has-checked:border-accent has-checked:bg-accent-muted/50 has-checked:ring-1 has-checked:ring-accent'
                : undefined
            }
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              disabled={option.disabled}
              required={required}
              aria-invalid={error ? true : undefined}
              className="size-4.5 appearance-none rounded-full border border-input bg-surface transition-[border-width,border-color] checked:border-[5.5px] checked:border-accent hover:border-foreground/60 checked:hover:border-accent disabled:opacity-50 aria-invalid:border-danger"
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : {
                    checked: option.value === value,
                    onChange: () => onValueChange?.(option.value),
                  })}
            />
          </ChoiceLabel>
        ))}
      </div>
      {error ? (
        <FieldError id={`${id}-error`} className="mt-1.5">
          {error}
        </FieldError>
      ) : null}
      {hint ? (
        <FieldHint id={`${id}-hint`} className="mt-1.5">
          {hint}
        </FieldHint>
      ) : null}
    </fieldset>
  )
}
