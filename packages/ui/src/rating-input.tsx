import type { ReactNode } from 'react'
import { cn } from './cn'
import { FieldError } from './field-text'
import { Star } from './rating'

export type RatingInputProps = {
  legend: ReactNode
  name: string
  /** Accessible name of each choice, from one star up. Its length is the number of stars. */
  options: string[]
  defaultValue?: number
  value?: number
  onValueChange?: (value: number) => void
  required?: boolean
  error?: ReactNode
  className?: string
}

/** A rating to give: radio buttons underneath, so it posts, and arrow keys move it. */
export function RatingInput({
  legend,
  name,
  options,
  defaultValue,
  value,
  onValueChange,
  required,
  error,
  className,
}: RatingInputProps) {
  return (
    <fieldset className={className}>
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      <div className="inline-flex">
        {options.map((option, index) => (
          <label
            key={option}
            className={cn(
              'grid size-9 place-items-center rounded-sm text-2xl text-border-strong transition-colors pointer-coarse:size-11',
              'hover:text-rating has-checked:text-rating has-[~label_input:checked]:text-rating has-[~label:hover]:text-rating',
              'has-focus-visible:outline-2 has-focus-visible:outline-ring',
            )}
          >
            <input
              type="radio"
              name={name}
              value={index + 1}
              required={required}
              className="sr-only"
              {...(value === undefined
                ? { defaultChecked: defaultValue === index + 1 }
                : { checked: value === index + 1, onChange: () => onValueChange?.(index + 1) })}
            />
            <Star />
            <span className="sr-only">{option}</span>
          </label>
        ))}
      </div>
      {error ? <FieldError className="mt-1">{error}</FieldError> : null}
    </fieldset>
  )
}
