import type { GuideOffering, GuidePage } from '@archway/api/careers/schema/guide'
import { Icon } from '@archway/ui/icon'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import { offeringPath } from '@/lib/paths'
import type { GuideOfferingCard } from '../guide-offering-card'
import { GuidePart } from './guide-section'

type Props = {
  stages: GuidePage['stages']
  offerings: GuidePage['offerings']
  card: ComponentType<GuideOfferingCard>
}

/** The path: each stage with its milestones and the courses and programs that lead there. */
export function StagePath({ stages, offerings, card }: Props) {
  const t = useTranslations('careers.path')
  if (stages.length === 0) return null
  return (
    <GuidePart id="stages" title={t('title')}>
      <ol>
        {stages.map((stage, index) => (
          <li
            key={stage.title}
            className="relative ms-4 border-border-strong border-s ps-8 pb-10 last:border-transparent last:pb-0 sm:ms-5 sm:ps-10"
          >
            <span
              aria-hidden="true"
              className="absolute start-0 top-0 grid size-8 -translate-x-1/2 place-items-center rounded-full border border-border-strong bg-surface font-semibold text-sm tabular-nums sm:size-10 rtl:translate-x-1/2"
            >
              {index + 1}
            </span>
            <Stage
              stage={stage}
              offerings={offerings.filter((one) => one.stage === index)}
              card={card}
            />
          </li>
        ))}
      </ol>
    </GuidePart>
  )
}

function Stage({
  stage,
  offerings,
  card: Card,
}: {
  stage: GuidePage['stages'][number]
  offerings: GuideOffering[]
  card: Props['card']
}) {
  const t = useTranslations('careers.path')
  const taught = offerings.filter((one) => one.section !== 'certifications')
  const certified = offerings.filter((one) => one.section === 'certifications')
  return (
    <>
      <div className="flex min-h-8 flex-wrap items-baseline gap-x-3 gap-y-1 sm:min-h-10 sm:pt-1">
        <h4 className="font-display text-xl">{stage.title}</h4>
        <p className="text-muted-foreground text-sm">{t('years', { years: stage.years })}</p>
      </div>
      <p className="mt-1 max-w-prose">{stage.description}</p>
      <ul className="mt-4 grid gap-x-8 gap-y-2 text-sm sm:grid-cols-2">
        {stage.milestones.map((milestone) => (
          <li key={milestone} className="flex gap-2.5">
            <Icon name="check" className="mt-1 size-3.5 text-accent" />
            {milestone}
          </li>
        ))}
      </ul>
      {taught.length > 0 ? (
        <div className="mt-6">
          <h5 className="mb-3 font-medium text-muted-foreground text-sm">{t('offerings')}</h5>
          <div className="grid gap-4 sm:grid-cols-2">
            {taught.map((one) => (
              <Card key={one.offering.id} guideOffering={one} headingLevel={6} />
            ))}
          </div>
        </div>
      ) : null}
      {certified.length > 0 ? (
        <p className="mt-4 text-muted-foreground text-sm">
          {t('certifications')}
          {': '}
          {certified.map((one, index) => (
            <span key={one.offering.id}>
              {index > 0 ? ', ' : null}
              <Link href={offeringPath(one.offering)} prefetch={false} className="text-link">
                {one.offering.title}
              </Link>
            </span>
          ))}
        </p>
      ) : null}
    </>
  )
}
