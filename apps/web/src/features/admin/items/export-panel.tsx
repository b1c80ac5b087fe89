import { exchangeFormats } from '@archway/api/bank/schema/exchange'
import { LinkButton } from '@archway/ui/link-button'
import { useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'

/** Files of the items of each exam. */
export function ExportPanel({ blueprints }: { blueprints: AdminOutput['bank']['blueprints'] }) {
  const t = useTranslations('adminItems.exchange')
  return (
    <Panel title={t('exportTitle')} description={t('exportText')}>
      <ul className="divide-y divide-border border-border border-y">
        {blueprints.map(({ offeringId, title }) => (
          <li
            key={offeringId}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
          >
            <span className="text-sm">{title}</span>
            <span className="flex flex-wrap gap-2">
              {exchangeFormats.map((format) => (
                <LinkButton
                  key={format}
                  href={`/api/admin/items/export?offeringId=${offeringId}&format=${format}`}
                  variant="secondary"
                  size="sm"
                  download
                >
                  {t(`format.${format}`)}
                </LinkButton>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
