import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Panel } from '../panel'
import type { AdminItem } from './item'
import { ItemStateBadge } from './item-state-badge'

/** Items that may not meet this one, and the forms and attempts that have it. */
export function ItemUse({ item }: { item: AdminItem }) {
  const t = useTranslations('adminItems.page')
  return (
    <>
      <Panel title={t('enemies')} description={t('enemiesHint')}>
        {item.enemies.length === 0 ? (
          <p className="text-sm">{t('noEnemies')}</p>
        ) : (
          <ul className="grid gap-2 text-sm">
            {item.enemies.map(({ id, code, state }) => (
              <li key={id} className="flex flex-wrap items-center gap-3">
                <Link href={`/admin/items/${id}`} className="font-medium text-link">
                  {code}
                </Link>
                <ItemStateBadge state={state} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t('use')} description={t('deliveries', { count: item.deliveries })}>
        {item.forms.length === 0 ? (
          <p className="text-sm">{t('noForm')}</p>
        ) : (
          <ul className="grid gap-2 text-sm">
            {item.forms.map(({ number, state, version, isScored }) => (
              <li key={`${number} ${version}`} className="flex flex-wrap gap-x-3">
                <span className="font-medium">{t('form', { number })}</span>
                <span className="text-muted-foreground">
                  {[
                    t('formState', { state }),
                    t('version', { number: version }),
                    t(isScored ? 'scored' : 'unscored'),
                  ].join(', ')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  )
}
