import type { ImportState } from '@archway/api/catalog/schema/imports'
import { Badge } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const variants = {
  uploaded: 'info',
  previewing: 'info',
  previewed: 'accent',
  queued: 'info',
  running: 'info',
  done: 'success',
  failed: 'danger',
  cancelled: 'outline',
} as const

export function ImportStateBadge({ state }: { state: ImportState }) {
  const t = useTranslations('adminCatalog.imports')
  return <Badge variant={variants[state]}>{t(`state.${state}`)}</Badge>
}
