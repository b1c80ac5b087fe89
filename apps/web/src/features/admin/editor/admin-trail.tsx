import { Breadcrumb } from '@archway/ui/breadcrumb'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** Where in the dashboard a page is. */
export function AdminTrail({ items }: { items: { label: string; href?: string }[] }) {
  const t = useTranslations('adminCatalog.form')
  return <Breadcrumb label={t('trail')} items={items} linkComponent={Link} />
}
