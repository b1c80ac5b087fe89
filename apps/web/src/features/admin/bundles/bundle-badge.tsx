import type { BundleStatus } from '@archway/api/bundles/states'
import { Badge } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const variants = {
  draft: 'info',
  published: 'success',
  retired: 'neutral',
} as const satisfies Record<BundleStatus, string>

/** Whether a bundle is on sale. */
export function BundleBadge({ status }: { status: BundleStatus }) {
  const t = useTranslations('adminBundles.status')
  return <Badge variant={variants[status]}>{t(status)}</Badge>
}
