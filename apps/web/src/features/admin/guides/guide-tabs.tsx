import { NavTabs } from '@archway/ui/nav-tabs'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** Guides and the facts that they share. */
export function GuideTabs({ current }: { current: 'guides' | 'facts' }) {
  const t = useTranslations('adminCatalog.guides')
  return (
    <NavTabs
      label={t('tabs')}
      linkComponent={Link}
      className="mb-6"
      items={[
        { href: '/admin/guides', label: t('title'), current: current === 'guides' },
        { href: '/admin/guides/facts', label: t('facts.title'), current: current === 'facts' },
      ]}
    />
  )
}
