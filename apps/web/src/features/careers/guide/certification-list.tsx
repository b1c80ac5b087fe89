import type { GuidePage } from '@archway/api/careers/schema/guide'
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import type { GuideOfferingCard } from '../guide-offering-card'
import { GuidePart } from './guide-section'

/** The certifications that a guide names: those to be had in the order of the path, retired ones last and marked. */
export function CertificationList({
  guide,
  card: Card,
}: {
  guide: GuidePage
  card: ComponentType<GuideOfferingCard>
}) {
  const t = useTranslations('careers.certifications')
  const all = guide.offerings.filter((one) => one.section === 'certifications')
  if (all.length === 0) return null
  const ordered = [
    ...all.filter(({ offering }) => !offering.isRetired),
    ...all.filter(({ offering }) => offering.isRetired),
  ]
  return (
    <GuidePart id="certification-list" title={t('title')}>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {ordered.map((one) => (
          <Card key={one.offering.id} guideOffering={one} headingLevel={4} />
        ))}
      </div>
    </GuidePart>
  )
}
