import { NavTabs } from '@archway/ui/nav-tabs'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** What came of tax, at which rates, and where it is collected. */
export function TaxTabs({ current }: { current: 'report' | 'rates' | 'registrations' }) {
  const t = useTranslations('adminTax')
  return (
    <NavTabs
      label={t('views')}
      linkComponent={Link}
      className="mb-6"
      items={[
        { href: '/admin/tax', label: t('report.tab'), current: current === 'report' },
        { href: '/admin/tax/rates', label: t('rates.tab'), current: current === 'rates' },
        {
          href: '/admin/tax/registrations',
          label: t('registrations.tab'),
          current: current === 'registrations',
        },
      ]}
    />
  )
}
