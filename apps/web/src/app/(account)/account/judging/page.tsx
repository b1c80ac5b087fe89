import { Badge } from '@archway/ui/badge'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('examQuality.judging')
  return { title: t('title'), robots: { index: false } }
}

/** The panels that somebody judges on. */
export default async function JudgingPage() {
  await requireMember('/account/judging')
  const panels = await (await api()).psychometrics.ownPanels()
  const t = await getTranslations('examQuality')
  return (
    <Container size="content" className="py-10 sm:py-14">
      <PageHeader title={t('judging.title')} description={t('judging.description')} />
      {panels.length === 0 ? (
        <EmptyState
          className="mt-8"
          title={t('judging.empty')}
          description={t('judging.emptyText')}
        />
      ) : (
        <ul className="mt-8 divide-y divide-border rounded-lg border border-border bg-surface">
          {panels.map((panel) => (
            <li key={panel.id} className="flex flex-wrap items-center justify-between gap-3 p-5">
              <div className="grid gap-1">
                <Link href={`/account/judging/${panel.id}`} className="font-medium">
                  {t('judging.panel', { title: panel.title, number: panel.formNumber })}
                </Link>
                <span className="text-muted-foreground text-sm">
                  {t(`panels.states.${panel.state}`)}
                </span>
              </div>
              {panel.isWaiting ? <Badge variant="accent">{t('judging.waiting')}</Badge> : null}
            </li>
          ))}
        </ul>
      )}
    </Container>
  )
}
