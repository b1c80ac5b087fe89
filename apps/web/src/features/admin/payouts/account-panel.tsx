import type { AccountState } from '@archway/api/payouts/states'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Id } from '../id'
import { Panel } from '../panel'
import { wordOr } from '../word-or'
import { openStripePages, startOnboarding } from './actions'
import { StripeButton } from './stripe-button'

type Row = AdminOutput['payouts']['accounts'][number]

const variants: Record<AccountState, BadgeProps['variant']> = {
  ready: 'success',
  onboarding: 'info',
  restricted: 'warning',
  deauthorized: 'danger',
}

/** The account of a provider: how it stands in words, what Stripe asks for, and the way there. */
export function AccountPanel({ row, formats }: { row: Row; formats: Formats }) {
  const t = useTranslations('adminPayouts.onboarding')
  const { account, provider, providerId, isOwner } = row
  return (
    <Panel
      title={provider}
      description={account ? t(`stateText.${account.state}`) : t('noneText')}
      action={
        account ? (
          <Badge variant={variants[account.state]}>{t(`states.${account.state}`)}</Badge>
        ) : (
          <Badge>{t('none')}</Badge>
        )
      }
    >
      {account?.reason ? (
        <p className="text-sm">{wordOr(t, `reasons.${account.reason}`, account.reason)}</p>
      ) : null}
      {account && account.due.length > 0 ? <DueList due={account.due} /> : null}
      {account ? (
        <DataList layout="grid">
          {account.dueBy ? (
            <DataListItem term={t('due')}>
              {t('dueBy', { date: formats.date(account.dueBy) })}
            </DataListItem>
          ) : null}
          <DataListItem term={t('country')}>{account.country ?? '–'}</DataListItem>
          <DataListItem term={t('taxNumber')}>
            {t(account.hasTaxId ? 'taxKnown' : 'taxMissing')}
          </DataListItem>
          <DataListItem term={t('checked')}>
            {account.syncedAt ? formats.dateTime(account.syncedAt) : '–'}
          </DataListItem>
          <DataListItem term="Stripe">
            <Id value={account.id} />
          </DataListItem>
        </DataList>
      ) : null}
      {isOwner ? (
        <div className="flex flex-wrap gap-3">
          {account === null || account.state !== 'ready' ? (
            <StripeButton
              action={startOnboarding}
              providerId={providerId}
              label={t(
                account === null
                  ? 'start'
                  : account.state === 'deauthorized'
                    ? 'again'
                    : 'continue',
              )}
            />
          ) : null}
          {account?.hasDetails && account.state !== 'deauthorized' ? (
            <StripeButton
              action={openStripePages}
              providerId={providerId}
              label={t('manage')}
              variant="secondary"
            />
          ) : null}
        </div>
      ) : (
        <p className="text-muted-foreground text-sm">{t('ownersOnly', { provider })}</p>
      )}
    </Panel>
  )
}

/** Stripe names what is due by paths such as `company.address.line1`: said in words as far as they are known. */
function DueList({ due }: { due: string[] }) {
  const t = useTranslations('adminPayouts.onboarding')
  const words = due.map((path) => {
    const [head = path, next] = path.split('.')
    const owner = wordOr(t, `dueNames.${head}`, head)
    const detail = next ? wordOr(t, `dueNames.${next}`, '') : ''
    return detail === '' ? owner : `${owner}: ${detail}`
  })
  return (
    <div className="text-sm">
      <h3 className="font-medium">{t('due')}</h3>
      <ul className="mt-1 list-disc ps-5 text-muted-foreground">
        {[...new Set(words)].map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </div>
  )
}
