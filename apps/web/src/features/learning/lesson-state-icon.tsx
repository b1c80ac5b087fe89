import type { LessonState } from '@archway/api/learning/reads/course-place'
import { cn } from '@archway/ui/cn'
import { Icon } from '@archway/ui/icon'

/** A circle that is filled when a lesson is done; the words stand beside it for those who cannot see it. */
export function LessonStateIcon({ state, label }: { state: LessonState; label: string }) {
  return (
    <span
      className={cn(
        'grid size-5 shrink-0 place-items-center rounded-full border',
        state === 'completed'
          ? 'border-success bg-success text-success-foreground'
          : state === 'opened'
            ? 'border-accent'
            : 'border-input',
      )}
    >
      {state === 'completed' ? <Icon name="check" className="size-3.5" strokeWidth={3} /> : null}
      {state === 'opened' ? <span className="size-2 rounded-full bg-accent" /> : null}
      <span className="sr-only">{label}</span>
    </span>
  )
}
