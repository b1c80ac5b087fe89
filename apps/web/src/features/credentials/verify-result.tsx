import type { CheckedCredential } from '@archway/api/credentials/commands/check-credential'
import { Alert } from '@archway/ui/alert'
import { useTranslations } from 'next-intl'
import { CheckLines } from './check-lines'

/** In one word: whether to rely on it. */
function verdictOf({ proof, period, status }: CheckedCredential['findings']) {
  if (proof === 'broken' || proof === 'undefined-terms') return 'unsound'
  if (proof !== 'sound' || status === 'unknown') return 'unknown'
  const isGood = period === 'current' && (status === 'clear' || status === 'none')
  return isGood ? 'sound' : 'notNow'
}

const tones = { sound: 'success', notNow: 'warning', unsound: 'danger', unknown: 'info' } as const

/** What a check found: the verdict, its reasons, and what the credential says of itself. */
export function VerifyResult({ checked }: { checked: CheckedCredential }) {
  const t = useTranslations('credentials.verify')
  const verdict = verdictOf(checked.findings)
  const facts = [
    ['what', checked.title],
    ['who', checked.holder],
    ['issuer', checked.issuer],
    ['date', checked.validFrom?.slice(0, 10) ?? null],
  ] as const
  return (
    <section role="status" aria-label={t('result')} className="grid gap-6">
      <Alert variant={tones[verdict]} title={t(verdict)}>
        {verdict === 'unknown' ? t('unknownText') : null}
      </Alert>
      <CheckLines findings={checked.findings} issuer={checked.issuer} />
      {checked.asked.length > 0 ? (
        <div className="text-sm">
          <p className="text-muted-foreground">{t('asked')}</p>
          <ul className="mt-1 grid gap-1">
            {checked.asked.map((address) => (
              <li key={address} className="break-all font-mono text-xs">
                {address}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="text-muted-foreground text-sm">{t('askedNobody')}</p>
      )}
      {verdict === 'unsound' ? null : (
        <dl className="grid gap-x-8 gap-y-4 rounded-xl border border-border bg-surface p-5 sm:grid-cols-2 sm:p-6">
          {facts.map(([key, value]) => (
            <div key={key} className="min-w-0">
              <dt className="text-muted-foreground text-sm">{t(key)}</dt>
              <dd className="mt-0.5 break-words font-medium">{value ?? t('unnamed')}</dd>
            </div>
          ))}
        </dl>
      )}
      {checked.ownId ? (
        <a href={`/credentials/${checked.ownId}`} className="text-link">
          {t('page')}
        </a>
      ) : null}
    </section>
  )
}
