import { Breadcrumb } from '@archway/ui/breadcrumb'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** The way back to the list that a page belongs to. */
export function AdminBreadcrumb({
  parents,
  current,
}: {
  parents: { href: string; label: string }[]
  current: string
}) {
  const t = useTranslations('adminOperations.action')
  return (
    <Breadcrumb
      label={t('breadcrumb')}
      linkComponent={Link}
      items={[...parents, { label: current }]}
    />
  )
}
