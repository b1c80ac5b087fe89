import type { GuideStatus } from '@archway/api/careers/states'
import { Badge } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const variants = { draft: 'neutral', published: 'success', retired: 'outline' } as const

export function GuideStatusBadge({ status }: { status: GuideStatus }) {
  const t = useTranslations('adminCatalog.guides')
  return <Badge variant={variants[status]}>{t(`status.${status}`)}</Badge>
}
