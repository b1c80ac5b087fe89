import { getTranslations } from 'next-intl/server'
import { MessagesFor } from '@/lib/messages-for'
import { ClaimForm } from './forms'

/** The way to a certificate that is earned and not made yet. */
export async function ClaimCard({
  title,
  ...claim
}: {
  /** what was completed, where that is not said above */
  title?: string
  enrolmentId: string
  suggestedName: string
  confirmedName: string | null
}) {
  const t = await getTranslations('credentials.claim')
  return (
    <section
      aria-label={title ?? t('title')}
      className="grid gap-5 rounded-xl border border-accent/30 bg-surface p-5 sm:p-6 md:grid-cols-2 md:gap-10"
    >
      <div>
        <h2 className="font-display text-2xl">{title ?? t('title')}</h2>
        <p className="mt-2 text-muted-foreground text-sm">
          {claim.confirmedName === null
            ? t('description')
            : t('again', { name: claim.confirmedName })}
        </p>
      </div>
      <MessagesFor namespaces={['credentials']}>
        <ClaimForm {...claim} />
      </MessagesFor>
    </section>
  )
}
