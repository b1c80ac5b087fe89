import { Badge } from '@archway/ui/badge'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import type { AdminOrder } from './admin-order'

/** Whether our side agrees with Stripe about this order, and since when. */
export function SyncPanel({ sync, formats }: { sync: AdminOrder['sync']; formats: Formats }) {
  const t = useTranslations('adminOperations.sync')
  const state = !sync ? 'never' : sync.deadAt ? 'dead' : sync.isDirty ? 'dirty' : 'agrees'
  return (
    <Panel
      title={t('title')}
      action={
        <Badge variant={state === 'agrees' ? 'success' : state === 'dead' ? 'danger' : 'warning'}>
          {t(`state.${state}`)}
        </Badge>
      }
    >
      {sync ? (
        <DataList layout="columns" className="sm:[&>div]:grid-cols-[6rem_1fr]">
          <DataListItem term={t('syncedAt')}>
            {sync.syncedAt ? formats.dateTime(sync.syncedAt) : '–'}
          </DataListItem>
          {sync.isDirty ? (
            <>
              <DataListItem term={t('attempts')}>{sync.attempts}</DataListItem>
              {sync.deadAt ? null : (
                <DataListItem term={t('nextAttempt')}>
                  {formats.dateTime(sync.nextAttemptAt)}
                </DataListItem>
              )}
            </>
          ) : null}
          {sync.isDirty && sync.lastError ? (
            <DataListItem term={t('lastError')}>
              <span className="break-words text-danger">{sync.lastError}</span>
            </DataListItem>
          ) : null}
        </DataList>
      ) : (
        <p className="text-muted-foreground text-sm">{t('neverText')}</p>
      )}
    </Panel>
  )
}
