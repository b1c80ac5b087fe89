import type { PublicCredential } from '@archway/api/credentials/reads/public-credential'
import { Alert } from '@archway/ui/alert'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'

const tones = {
  valid: 'success',
  'not-yet': 'warning',
  expired: 'warning',
  suspended: 'warning',
  revoked: 'danger',
  superseded: 'warning',
} as const

/** How a credential stands, in one sentence with its reason, before anything else is read. */
export async function StandingBanner({
  credential,
  formats,
}: {
  credential: PublicCredential
  formats: Formats
}) {
  const t = await getTranslations('credentials')
  const { standing, findings, lastChange, replacedById, replacesId, erasedAt } = credential
  const isProven =
    findings === null
      ? erasedAt !== null
      : findings.proof === 'sound' && findings.status !== 'unknown'
  const at = {
    valid: credential.validFrom,
    'not-yet': credential.validFrom,
    expired: credential.validUntil,
    suspended: lastChange?.createdAt,
    revoked: lastChange?.createdAt,
    superseded: lastChange?.createdAt,
  }[standing]
  const isUnproven = standing === 'valid' && !isProven
  const isDecided = standing === 'suspended' || standing === 'revoked' || standing === 'superseded'
  return (
    <div className="grid gap-3">
      <Alert
        variant={isUnproven ? 'danger' : tones[standing]}
        title={t(isUnproven ? 'banner.unproven' : `banner.${standing}`, {
          date: at ? formats.date(at) : '',
        })}
        action={
          replacedById ? (
            <LinkButton
              href={`/credentials/${replacedById}`}
              linkComponent={Link}
              size="sm"
              variant="secondary"
            >
              {t('banner.openReplacement')}
            </LinkButton>
          ) : null
        }
      >
        {isDecided && lastChange ? (
          <>
            {t(`reason.${lastChange.reason}`)} {lastChange.note}
          </>
        ) : null}
      </Alert>
      {replacesId ? (
        <p className="text-muted-foreground text-sm">
          {t.rich('banner.replaces', {
            link: (words) => (
              <Link href={`/credentials/${replacesId}`} className="text-link">
                {words}
              </Link>
            ),
          })}
        </p>
      ) : null}
      {erasedAt && standing !== 'superseded' ? (
        <Alert variant="info">{t('banner.erased', { date: formats.date(erasedAt) })}</Alert>
      ) : null}
    </div>
  )
}
