import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { api } from '@/lib/trpc-server'
import { ClaimCard } from './claim-card'

/** On the page of a completed course: its certificate, or the form that asks for the name on it. */
export async function CourseCredential({ enrolmentId }: { enrolmentId: string }) {
  const mine = await (await api()).credentials.mine()
  const held = mine.credentials.find((credential) => credential.enrolmentId === enrolmentId)
  const claimable = mine.claimable.find((claim) => claim.enrolmentId === enrolmentId)
  if (!held && !claimable) return null
  if (!held) {
    return (
      <ClaimCard
        enrolmentId={enrolmentId}
        suggestedName={mine.suggestedName}
        confirmedName={mine.confirmedName}
      />
    )
  }
  const t = await getTranslations('credentials.claim')
  return (
    <section
      aria-label={t('ready')}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4 rounded-xl border border-accent/30 bg-surface p-5 sm:p-6"
    >
      <div className="min-w-56 flex-1">
        <p className="font-semibold text-lg">{t('ready')}</p>
        <p className="mt-0.5 text-muted-foreground text-sm">
          {t('readyText', { number: held.licenseNumber })}
        </p>
      </div>
      <LinkButton href={`/credentials/${held.id}`} linkComponent={Link}>
        {t('open')}
        <Icon name="arrow-right" />
      </LinkButton>
    </section>
  )
}
