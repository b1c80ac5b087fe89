import type { StartAnswer } from '@archway/api/exams/rules/may-start'
import { Alert } from '@archway/ui/alert'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'

/** Why an exam cannot be sat now, when it will be possible, and what to do. */
export async function Refusal({
  answer,
  slug,
  formats,
}: {
  answer: Extract<StartAnswer, { ok: false }>
  slug: string
  formats: Formats
}) {
  const t = await getTranslations()
  const needsVoucher =
    answer.reason === 'exam-voucher-missing' || answer.reason === 'exam-voucher-expired'
  return (
    <Alert
      variant="warning"
      title={t('exams.notNow')}
      action={
        needsVoucher ? (
          <LinkButton href={`/certifications/${slug}`} linkComponent={Link} size="sm">
            {t('exams.getVoucher')}
          </LinkButton>
        ) : undefined
      }
    >
      <p>{t(`errors.${answer.reason}`, { missing: answer.missing ?? '' })}</p>
      {answer.possibleFrom ? (
        <p className="mt-1 font-medium">
          {t('exams.possibleFrom', { date: formats.dateTime(answer.possibleFrom) })}
        </p>
      ) : null}
    </Alert>
  )
}
