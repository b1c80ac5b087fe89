import type { MyCredentials } from '@archway/api/credentials/reads/my-credentials'
import { Alert } from '@archway/ui/alert'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { NameChangeForm, WithdrawNameChangeForm } from './name-change-forms'

/** Where a holder asks for another name, and reads what was answered. */
export function NameChange({
  confirmedName,
  nameChange,
  formats,
}: Pick<MyCredentials, 'nameChange'> & { confirmedName: string; formats: Formats }) {
  const t = useTranslations('credentials')
  const isOpen = nameChange?.state === 'asked'
  const at = nameChange && formats.date(nameChange.decidedAt ?? nameChange.createdAt)
  return (
    <section aria-labelledby="rename" className="grid max-w-2xl gap-4">
      <div>
        <h2 id="rename" className="font-semibold text-lg">
          {t('rename.title')}
        </h2>
        <p className="mt-1 text-muted-foreground text-sm">
          {t('mine.nameNote', { name: confirmedName })} {t('rename.description')}
        </p>
      </div>
      {nameChange && at ? (
        <Alert
          variant={nameChange.state === 'approved' ? 'success' : 'info'}
          title={t(`rename.${nameChange.state}`, { name: nameChange.newName, date: at })}
        >
          {nameChange.answer || null}
        </Alert>
      ) : null}
      {isOpen ? (
        <WithdrawNameChangeForm />
      ) : (
        <details className="rounded-xl border border-border bg-surface p-5">
          <summary className="cursor-pointer font-medium">{t('rename.open')}</summary>
          <div className="mt-5">
            <NameChangeForm />
          </div>
        </details>
      )}
    </section>
  )
}
