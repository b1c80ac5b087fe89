import { Alert } from '@archway/ui/alert'
import { Container } from '@archway/ui/container'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { ItemWords } from '@/features/judging/item-words'
import { RatingForm } from '@/features/judging/rating-form'
import { MessagesFor } from '@/lib/messages-for'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('examQuality.judging')
  return { title: t('title'), robots: { index: false } }
}

type Props = { params: Promise<{ panelId: string }> }

/** The items of a panel with the reader's own ratings; those of others only of rounds that are closed. */
export default async function JudgePage({ params }: Props) {
  const { panelId } = await params
  await requireMember(`/account/judging/${panelId}`)
  const panel = await orNotFound((await api()).psychometrics.judging({ panelId }))
  const [t, format] = await Promise.all([getTranslations('examQuality.judging'), getFormatter()])
  const percent = (value: number) =>
    format.number(value, { style: 'percent', maximumFractionDigits: 0 })
  const noteOf = ({ first, spread }: (typeof panel.items)[number]): string | null =>
    first === null || !spread
      ? null
      : t('firstWas', {
          own: percent(first / 100),
          lowest: percent(spread.lowest),
          highest: percent(spread.highest),
          mean: percent(spread.mean),
        })
  const items = panel.items.map((item) => ({
    versionId: item.versionId,
    name: t('itemName', { code: item.code, objective: item.objective }),
    code: item.code,
    note: noteOf(item),
    percent: panel.round === 1 ? item.first : item.second,
    content: <ItemWords item={item.content} />,
  }))
  return (
    <Container size="content" className="py-10 sm:py-14">
      <PageHeader
        title={t('panel', { title: panel.title, number: panel.formNumber })}
        description={t('how')}
      />
      <div className="mt-8 grid gap-6">
        <Alert title={t('candidate')}>
          <span className="whitespace-pre-wrap">{panel.candidate}</span>
        </Alert>
        {panel.round ? (
          <MessagesFor namespaces={['examQuality']}>
            <RatingForm panelId={panel.id} round={panel.round} items={items} />
          </MessagesFor>
        ) : (
          <>
            <p className="text-muted-foreground">{t('notOpen')}</p>
            <ol className="grid gap-5">
              {items.map((item) => (
                <li
                  key={item.versionId}
                  className="grid gap-4 rounded-lg border border-border bg-surface p-5"
                >
                  <h2 className="font-semibold text-base">{item.name}</h2>
                  {item.content}
                  {item.note ? <p className="text-muted-foreground text-sm">{item.note}</p> : null}
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </Container>
  )
}
