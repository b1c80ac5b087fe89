import { NavTabs } from '@archway/ui/nav-tabs'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

const tabs = {
  items: '/admin/items',
  coverage: '/admin/items/blueprint',
  review: '/admin/items/review',
  import: '/admin/items/import',
} as const

/** The parts of the item bank. */
export function ItemTabs({ current, waiting }: { current: keyof typeof tabs; waiting?: number }) {
  const t = useTranslations('adminItems')
  return (
    <NavTabs
      label={t('tabs')}
      linkComponent={Link}
      className="mb-6"
      items={(['items', 'coverage', 'review', 'import'] as const).map((tab) => ({
        href: tabs[tab],
        label: t(`tab.${tab}`),
        current: tab === current,
        count: tab === 'review' && waiting ? waiting : undefined,
      }))}
    />
  )
}
