import type { OfferingStatus } from '@archway/api/catalog/schema/vocabulary'
import { Badge } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const variants = {
  draft: 'neutral',
  in_review: 'info',
  scheduled: 'warning',
  published: 'success',
  retired: 'outline',
} as const

export function OfferingStatusBadge({ status }: { status: OfferingStatus }) {
  const t = useTranslations('adminCatalog.offerings')
  return <Badge variant={variants[status]}>{t(`status.${status}`)}</Badge>
}
