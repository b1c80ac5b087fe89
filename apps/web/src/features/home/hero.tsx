import type { GuideSummary } from '@archway/api/careers/schema/guide'
import type { TopicSummary } from '@archway/api/catalog/schema/search'
import { Button } from '@archway/ui/button'
import { Icon } from '@archway/ui/icon'
import { Input } from '@archway/ui/input'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cataloguePath, guidePath } from '@/lib/paths'
import { FeaturedGuide } from './featured-guide'

const chip =
  'inline-flex min-h-9 items-center rounded-full border border-border-strong bg-surface px-3.5 text-sm hover:border-foreground pointer-coarse:min-h-11'

/** The question that the product answers, and the two ways into the answer: a role or a search. */
export function Hero({ guides, topics }: { guides: GuideSummary[]; topics: TopicSummary[] }) {
  const t = useTranslations('home.hero')
  const [featured] = guides
  return (
    <section className="grid gap-12 pt-14 pb-16 sm:pt-20 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:gap-16 lg:pb-20">
      <div className="flex flex-col justify-center">
        <h1 className="font-display text-5xl">{t('heading')}</h1>
        <p className="mt-6 max-w-2xl text-lg text-muted-foreground sm:text-xl">{t('lead')}</p>
        <search className="mt-8 block max-w-2xl">
          <form action="/catalogue" className="flex flex-col gap-3 sm:flex-row">
            <div className="relative flex-1">
              <Icon
                name="search"
                className="pointer-events-none absolute start-4 top-1/2 size-5 -translate-y-1/2 text-muted-foreground"
              />
              <Input
                type="search"
                name="q"
                aria-label={t('label')}
                placeholder={t('placeholder')}
                className="h-12 ps-12 text-base"
              />
            </div>
            <Button type="submit" size="lg">
              {t('submit')}
            </Button>
          </form>
        </search>
        <dl className="mt-8 grid gap-4 text-sm">
          {guides.length > 0 ? (
            <Suggestions
              label={t('roles')}
              links={guides.map((one) => ({ href: guidePath(one.slug), label: one.title }))}
            />
          ) : null}
          {topics.length > 0 ? (
            <Suggestions
              label={t('topics')}
              links={topics.map((one) => ({
                href: cataloguePath('topic', one.slug),
                label: one.name,
              }))}
            />
          ) : null}
        </dl>
      </div>
      {featured ? <FeaturedGuide guide={featured} /> : null}
    </section>
  )
}

function Suggestions({
  label,
  links,
}: {
  label: string
  links: { href: string; label: string }[]
}) {
  return (
    <div className="flex flex-col gap-2 sm:flex-row sm:items-baseline sm:gap-4">
      <dt className="w-14 shrink-0 text-muted-foreground">{label}</dt>
      <dd className="flex flex-wrap gap-2">
        {links.map((link) => (
          <Link key={link.href} href={link.href} prefetch={false} className={chip}>
            {link.label}
          </Link>
        ))}
      </dd>
    </div>
  )
}
