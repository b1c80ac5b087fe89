import { Alert } from '@archway/ui/alert'
import { Badge } from '@archway/ui/badge'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { DecideAccommodationForm } from './board-forms'

type Request = AdminOutput['exams']['adminAccommodations'][number]
const tones = { requested: 'warning', approved: 'success', refused: 'neutral' } as const
const nameOf = ({ name, email }: { name: string | null; email: string }) => name ?? email

/** One request for more time with its answer, or the form of the answer for everybody but who asked. */
export async function AccommodationCard({
  request,
  usualDay,
  formats,
}: {
  request: Request
  /** YYYY-MM-DD, proposed as the last day of an agreement */
  usualDay: string
  formats: Formats
}) {
  const [t, errors] = await Promise.all([
    getTranslations('adminExams.accommodations'),
    getTranslations('errors'),
  ])
  return (
    <Panel
      title={nameOf(request.candidate)}
      description={request.title}
      action={<Badge variant={tones[request.state]}>{t(`states.${request.state}`)}</Badge>}
    >
      <div className="grid gap-1">
        <p className="text-muted-foreground text-sm">
          {t('asked', { date: formats.dateTime(request.createdAt) })}
        </p>
        <p className="max-w-prose whitespace-pre-line">{request.request}</p>
      </div>
      {request.timeMultiplier !== null && request.validUntil ? (
        <p className="font-medium">
          {t('agreed', {
            factor: request.timeMultiplier,
            date: formats.day(new Date(request.validUntil.getTime() - 1)),
          })}
        </p>
      ) : null}
      {request.decidedBy && request.decidedAt ? (
        <div className="grid gap-1 border-border border-t pt-4">
          <p className="text-muted-foreground text-sm">
            {t('answeredBy', {
              name: nameOf(request.decidedBy),
              date: formats.dateTime(request.decidedAt),
            })}
          </p>
          <p className="max-w-prose whitespace-pre-line">{request.answer}</p>
        </div>
      ) : request.isOwn ? (
        <Alert variant="info">{errors('exam-own-sitting')}</Alert>
      ) : (
        <div className="max-w-2xl border-border border-t pt-4">
          <DecideAccommodationForm accommodationId={request.id} usualDay={usualDay} />
        </div>
      )}
    </Panel>
  )
}
