import type { Outcome, Result } from '@archway/api/exams/reads/result'
import { Alert } from '@archway/ui/alert'
import { Badge } from '@archway/ui/badge'
import { Container } from '@archway/ui/container'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { examPath } from '../paths'
import { Refusal } from '../preparation/refusal'
import { AppealSection } from './appeal-section'
import { WaitForResult } from './wait-for-result'

const tones = { 'needs-work': 'danger', near: 'warning', above: 'success' } as const
type Released = Extract<Outcome, { type: 'released' }>

async function Score({ outcome }: { outcome: Released }) {
  const t = await getTranslations('exams.result')
  const { isPass, scaled, scale, credentialId } = outcome
  return (
    <section className="grid gap-4 rounded-lg border border-border bg-surface p-6 sm:p-8">
      <p className={isPass ? 'font-medium text-success' : 'font-medium text-muted-foreground'}>
        {isPass ? t('passed') : t('failed')}
      </p>
      <p className="font-display text-5xl tabular-nums">{scaled}</p>
      <p className="text-muted-foreground">{t('scale', { ...scale })}</p>
      {credentialId ? (
        <LinkButton
          href={`/credentials/${credentialId}`}
          linkComponent={Link}
          className="justify-self-start"
        >
          {t('credential')}
        </LinkButton>
      ) : null}
    </section>
  )
}

async function Domains({ domains }: Pick<Released, 'domains'>) {
  const t = await getTranslations('exams.result')
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold text-xl">{t('domains')}</h2>
      <DataList>
        {domains.map(({ domain, title, standing }) => (
          <DataListItem key={domain} term={title}>
            {standing ? (
              <Badge variant={tones[standing]}>{t(`standing.${standing}`)}</Badge>
            ) : (
              <span className="text-muted-foreground">{t('standing.none')}</span>
            )}
          </DataListItem>
        ))}
      </DataList>
      <p className="text-muted-foreground text-sm">{t('domainsHint')}</p>
    </section>
  )
}

/** The receipt of a sitting and, once it is out, its result with what is possible next. */
export async function ResultPage({ result, formats }: { result: Result; formats: Formats }) {
  const t = await getTranslations('exams.result')
  const { receipt, outcome, next, appeal } = result
  return (
    <Container size="prose" className="grid gap-10 py-10 sm:py-14">
      <PageHeader
        eyebrow={t('sitting', { number: receipt.number })}
        title={receipt.title}
        description={t(receipt.isTimeUp ? 'timeUp' : 'handedIn', {
          date: formats.dateTime(receipt.submittedAt),
        })}
      />
      {outcome.type === 'pending' ? (
        <MessagesFor namespaces={['exams']}>
          <WaitForResult />
        </MessagesFor>
      ) : null}
      {outcome.type === 'under-review' || outcome.type === 'voided' ? (
        <Alert variant="info" title={t(`${outcome.type}.title`)}>
          {t(`${outcome.type}.text`)}
        </Alert>
      ) : null}
      {outcome.type === 'released' ? (
        <>
          <Score outcome={outcome} />
          <Domains domains={outcome.domains} />
        </>
      ) : null}
      {outcome.type === 'released' && !outcome.isPass && next ? (
        <section className="grid gap-3">
          <h2 className="font-semibold text-xl">{t('next')}</h2>
          {next.ok ? (
            <LinkButton
              href={examPath(receipt.slug)}
              linkComponent={Link}
              className="justify-self-start"
            >
              {t('again')}
            </LinkButton>
          ) : (
            <Refusal answer={next} slug={receipt.slug} formats={formats} />
          )}
        </section>
      ) : null}
      <section className="grid gap-3">
        <h2 className="font-semibold text-xl">{t('receipt.title')}</h2>
        <DataList>
          <DataListItem term={t('receipt.candidate')}>{receipt.legalName}</DataListItem>
          <DataListItem term={t('receipt.started')}>
            {formats.dateTime(receipt.startedAt)}
          </DataListItem>
          <DataListItem term={t('receipt.answered')}>
            {t('receipt.answeredOf', { answered: receipt.answered, items: receipt.items })}
          </DataListItem>
          <DataListItem term={t('receipt.hash')}>
            <code className="break-all font-mono text-xs">{receipt.hash}</code>
          </DataListItem>
        </DataList>
        <p className="text-muted-foreground text-sm">{t('receipt.hint')}</p>
      </section>
      {outcome.type === 'pending' ? null : (
        <AppealSection attemptId={receipt.attemptId} standing={appeal} formats={formats} />
      )}
    </Container>
  )
}
