import type { Preparation } from '@archway/api/exams/reads/preparation'
import { Alert } from '@archway/ui/alert'
import { Container } from '@archway/ui/container'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Formats } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { roomPath } from '../paths'
import { AccommodationSection } from './accommodation-section'
import { Refusal } from './refusal'
import { StartForm } from './start-form'
import { SystemCheck } from './system-check'

const allowed = ['alone', 'notes', 'breaks', 'connection'] as const

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-4">
      <h2 className="font-semibold text-xl">{title}</h2>
      {children}
    </section>
  )
}

/** Everything that somebody reads, checks and agrees to before an exam. */
export async function PreparationPage({
  preparation,
  formats,
}: {
  preparation: Preparation
  formats: Formats
}) {
  const [t, needs] = await Promise.all([
    getTranslations('exams.prepare'),
    getTranslations('exams.accommodation'),
  ])
  const { offering, may, open, scale, agreement } = preparation
  return (
    <Container size="content" className="grid gap-10 py-10 sm:py-14">
      <PageHeader eyebrow={t('eyebrow')} title={offering.title} description={t('description')} />
      {open ? (
        <Alert
          variant="info"
          title={t('open.title')}
          action={
            <LinkButton href={roomPath(open.attemptId)} linkComponent={Link} size="sm">
              {t('open.go')}
            </LinkButton>
          }
        >
          {t('open.text', { title: open.title })}
        </Alert>
      ) : may.ok ? null : (
        <Refusal answer={may} slug={offering.slug} formats={formats} />
      )}
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-10">
          <Part title={t('rules.title')}>
            <ul className="grid list-disc gap-2 ps-5">
              {allowed.map((rule) => (
                <li key={rule}>{t(`rules.${rule}`)}</li>
              ))}
            </ul>
          </Part>
          <MessagesFor namespaces={['exams']}>
            <Part title={t('system.title')}>
              <SystemCheck />
            </Part>
            <Part title={needs('title')}>
              <AccommodationSection preparation={preparation} formats={formats} />
            </Part>
            {may.ok && !open ? (
              <Part title={t('begin')}>
                <p className="text-muted-foreground">
                  {t('windowEnds', { date: formats.dateTime(may.windowEndsAt) })}
                </p>
                <StartForm
                  slug={offering.slug}
                  agreement={agreement.items}
                  agreementHash={agreement.hash}
                  legalName={preparation.legalName}
                  suggestedName={preparation.suggestedName}
                />
              </Part>
            ) : null}
          </MessagesFor>
        </div>
        <aside className="h-fit rounded-lg border border-border bg-surface p-5">
          <h2 className="mb-3 font-semibold">{t('facts.title')}</h2>
          <DataList>
            <DataListItem term={t('facts.items')}>{preparation.items}</DataListItem>
            <DataListItem term={t('facts.minutes')}>
              {t('facts.minutesValue', { minutes: preparation.minutes })}
            </DataListItem>
            <DataListItem term={t('facts.pass')}>
              {t('facts.passValue', { cut: scale.cut, max: scale.max })}
            </DataListItem>
            {preparation.domains.map(({ domain, title, weight }) => (
              <DataListItem key={domain} term={title}>
                {t('facts.weight', { weight })}
              </DataListItem>
            ))}
          </DataList>
          {preparation.hasMoreTime ? (
            <p className="mt-3 text-muted-foreground text-sm">{t('facts.moreTime')}</p>
          ) : null}
          {preparation.pretest > 0 ? (
            <p className="mt-3 text-muted-foreground text-sm">
              {t('facts.pretest', { count: preparation.pretest })}
            </p>
          ) : null}
        </aside>
      </div>
    </Container>
  )
}
