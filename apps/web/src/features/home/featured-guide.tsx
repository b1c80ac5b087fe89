import type { GuideSummary } from '@archway/api/careers/schema/guide'
import { CardLink } from '@archway/ui/card'
import { Icon } from '@archway/ui/icon'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { guidePath } from '@/lib/paths'

/** One guide, large: drawn as an archway that leads into it. */
export function FeaturedGuide({ guide }: { guide: GuideSummary }) {
  const t = useTranslations('home.guide')
  return (
    <article className="group/card relative flex flex-col overflow-hidden rounded-xl border border-border bg-surface p-6 transition-[border-color,box-shadow] focus-within:border-border-strong hover:border-border-strong hover:shadow-md sm:p-9">
      <Arches />
      <div className="relative mt-auto">
        <p className="font-medium text-accent text-sm">{t('eyebrow')}</p>
        <h2 className="mt-2 font-display text-3xl">
          <CardLink asChild>
            <Link href={guidePath(guide.slug)}>{guide.question}</Link>
          </CardLink>
        </h2>
        <p className="mt-3 text-muted-foreground">{guide.summary}</p>
        <p className="mt-5 flex flex-wrap gap-x-5 gap-y-1 text-muted-foreground text-sm">
          <span>{t('figures', { count: guide.factCount })}</span>
          {guide.offeringCount > 0 ? (
            <span>{t('offerings', { count: guide.offeringCount })}</span>
          ) : null}
        </p>
        <p
          aria-hidden="true"
          className="mt-5 inline-flex items-center gap-1.5 font-medium text-accent"
        >
          {t('read')}
          <Icon
            name="arrow-right"
            className="transition-transform group-hover/card:translate-x-0.5"
          />
        </p>
      </div>
    </article>
  )
}

/** Arches one inside the other, from the brand mark. Decoration. */
function Arches() {
  const path = (half: number) => `M${160 - half} 200V166a${half} ${half} 0 0 1 ${half * 2} 0V200`
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 320 200"
      className="mb-8 h-32 w-full sm:h-48"
      preserveAspectRatio="xMidYMax meet"
      fill="none"
      strokeWidth="1.25"
    >
      {[150, 118, 86].map((half) => (
        <path key={half} d={path(half)} className="stroke-border-strong" />
      ))}
      <path d={path(54)} className="fill-accent" />
      <path d="M0 199.5h320" className="stroke-border-strong" />
    </svg>
  )
}
