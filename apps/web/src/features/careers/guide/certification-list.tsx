import { isOfferingRetired } from '@archway/api/careers/rules/is-offering-retired'
import type { GuidePage } from '@archway/api/careers/schema/guide'
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import type { GuideOfferingCard } from '../guide-offering-card'
import { GuidePart } from './guide-section'

/** The certifications that a guide names: those to be had in the order of the path, retired ones last and marked. */
export function CertificationList({
  guide,
  today,
  card: Card,
}: {
  guide: GuidePage
  today: Date
  card: ComponentType<GuideOfferingCard>
}) {
  const t = useTranslations('careers.certifications')
  const all = guide.offerings
    .filter((one) => one.section === 'certifications')
    .map((one) => ({ one, isRetired: isOfferingRetired(one, today) }))
  if (all.length === 0) return null
  const ordered = [...all.filter((row) => !row.isRetired), ...all.filter((row) => row.isRetired)]
  return (
    <GuidePart id="certification-list" title={t('title')}>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {ordered.map(({ one, isRetired }) => (
          <Card key={one.offering.id} guideOffering={one} isRetired={isRetired} headingLevel={4} />
        ))}
      </div>
    </GuidePart>
  )
}
