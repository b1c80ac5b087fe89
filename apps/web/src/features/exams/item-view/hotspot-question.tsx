'use client'

import { cn } from '@archway/ui/cn'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { QuestionProps } from './question-props'

const percent = (part: number, whole: number) => `${(part / whole) * 100}%`

/**
 * An area of a picture: by pointing, or by the labels of the areas below, which are the same radio buttons
 * to the keyboard and a screen reader.
 */
export function HotspotQuestion({
  question,
  value,
  onChange,
  imageHref,
  stemId,
  isReadOnly,
}: QuestionProps<'hotspot'> & { imageHref: string }) {
  const t = useTranslations('examItem')
  const name = useId()
  const { image, areas } = question
  const choose = (selected: string) => onChange({ kind: 'hotspot', selected })
  return (
    <fieldset aria-labelledby={stemId} className="grid min-w-0 gap-4">
      <p className="text-muted-foreground text-sm">{t('hotspotHint')}</p>
      <div
        className="relative w-full overflow-hidden rounded-lg"
        style={{ maxWidth: image.width, aspectRatio: `${image.width} / ${image.height}` }}
      >
        <img
          src={imageHref}
          alt={image.alt}
          width={image.width}
          height={image.height}
          className="absolute inset-0 size-full"
        />
        {areas.map(({ id, label, coords: [left, top, width, height] }, index) => {
          const isChosen = value?.selected === id
          return (
            <button
              key={id}
              type="button"
              // The radio buttons below say the same: one of the two is enough for the keyboard.
              tabIndex={-1}
              aria-hidden="true"
              disabled={isReadOnly}
              title={label}
              onClick={() => choose(id)}
              className={cn(
                'absolute rounded-sm border-2 transition-colors',
                isChosen
                  ? 'border-accent bg-accent/20'
                  : 'border-transparent hover:border-accent/60 hover:bg-accent/10',
              )}
              style={{
                left: percent(left, image.width),
                top: percent(top, image.height),
                width: percent(width, image.width),
                height: percent(height, image.height),
              }}
            >
              <span
                className={cn(
                  'absolute start-1 top-1 hidden size-5 place-items-center rounded-full text-xs sm:grid',
                  isChosen
                    ? 'bg-accent text-accent-foreground'
                    : 'bg-foreground/75 text-background',
                )}
              >
                {index + 1}
              </span>
            </button>
          )
        })}
      </div>
      <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {areas.map(({ id, label }, index) => (
          <label key={id} className="flex items-center gap-2.5 py-1 pointer-coarse:min-h-11">
            <input
              type="radio"
              name={name}
              checked={value?.selected === id}
              disabled={isReadOnly}
              onChange={() => choose(id)}
              className="size-4.5 shrink-0 accent-accent"
            />
            <span className="text-sm">{t('area', { number: index + 1, label })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
