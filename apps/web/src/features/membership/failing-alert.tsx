import { Alert } from '@archway/ui/alert'
import { getTranslations } from 'next-intl/server'
import { FormFrame } from '@/features/shell/form-frame'
import type { Formats } from '@/lib/formats'
import { updateCard } from './actions'
import type { OwnMembership } from './own-membership'

/** That a payment fails, until when everything stays open, and the way to another card. */
export async function FailingAlert({
  membership: { failing, isOpen, openUntil },
  formats,
}: {
  membership: OwnMembership
  formats: Formats
}) {
  if (failing === null) return null
  const t = await getTranslations('membership')
  const amount = formats.money(failing)
  return (
    <Alert
      variant={isOpen ? 'warning' : 'danger'}
      title={t('failingTitle')}
      action={<FormFrame action={updateCard} submitLabel={t('updateCard')} />}
    >
      <p>
        {isOpen && openUntil
          ? t('failing', { amount, date: formats.date(openUntil) })
          : t('failingClosed', { amount })}
      </p>
      {failing.nextAttemptAt ? (
        <p className="mt-1">{t('failingNext', { date: formats.date(failing.nextAttemptAt) })}</p>
      ) : null}
    </Alert>
  )
}
