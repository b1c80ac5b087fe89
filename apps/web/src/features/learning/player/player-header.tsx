import type { CoursePlace } from '@archway/api/learning/reads/course-place'
import { buttonVariants } from '@archway/ui/button'
import { cn } from '@archway/ui/cn'
import { Icon } from '@archway/ui/icon'
import { ProgressBar } from '@archway/ui/progress'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { BrandMark } from '@/features/shell/brand-mark'
import { QuietLink } from '@/features/shell/quiet-link'
import { SaveState } from '../outbox/save-state'
import { coursePath } from '../paths'

/** The top of the player: where one is, how far one has come, whether it is saved. */
export async function PlayerHeader({
  place,
  returnTo,
  ids,
  children,
}: {
  place: CoursePlace
  returnTo: string
  /** of the two drawers that the buttons open */
  ids: { outline: string; notes: string }
  children?: ReactNode
}) {
  const t = await getTranslations('player.nav')
  const learning = await getTranslations('learning')
  const { progress, offering } = place
  const count = t('progressText', { done: progress.completedCount, total: progress.requiredCount })
  return (
    <header className="sticky top-0 z-30 border-border border-b bg-background print:hidden">
      <div className="flex h-14 items-center gap-3 px-4 sm:px-5">
        <QuietLink
          href="/learning"
          aria-label={learning('title')}
          title={learning('title')}
          className="grid size-9 shrink-0 place-items-center rounded-md text-foreground hover:bg-muted pointer-coarse:size-11"
        >
          <BrandMark className="size-6" />
        </QuietLink>
        <QuietLink
          href={coursePath(offering.slug)}
          className="min-w-0 truncate font-medium text-foreground text-sm no-underline underline-offset-4 hover:underline"
        >
          {offering.title}
        </QuietLink>
        <div className="ms-auto flex shrink-0 items-center gap-2 sm:gap-4">
          <div className="max-md:fixed max-md:inset-x-4 max-md:bottom-4 max-md:z-40">
            <SaveState returnTo={returnTo} />
          </div>
          <div className="hidden items-center gap-3 md:flex">
            <ProgressBar
              label={t('progress')}
              value={progress.percent}
              valueText={count}
              size="sm"
              className="w-24"
            />
            <span className="text-muted-foreground text-sm tabular-nums" aria-hidden="true">
              {learning('course.percent', { percent: progress.percent })}
            </span>
          </div>
          {children}
          <button
            type="button"
            popoverTarget={ids.outline}
            aria-label={t('outline')}
            className={cn(buttonVariants({ variant: 'ghost', size: 'icon' }), 'lg:hidden')}
          >
            <Icon name="menu" className="size-5" />
          </button>
          <button
            type="button"
            popoverTarget={ids.notes}
            aria-label={t('notesShort')}
            className={cn(buttonVariants({ variant: 'ghost', size: 'icon' }), 'xl:hidden')}
          >
            <Icon name="edit" className="size-5" />
          </button>
        </div>
      </div>
    </header>
  )
}
