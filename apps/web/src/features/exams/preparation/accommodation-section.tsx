import type { Preparation } from '@archway/api/exams/reads/preparation'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { AccommodationList } from '../accommodation-list'
import { AccommodationForm } from './accommodation-form'

/** What can be asked for before an exam, what was, and the form while nothing waits for an answer. */
export async function AccommodationSection({
  preparation: { offering, accommodations, accommodationRules },
  formats,
}: {
  preparation: Preparation
  formats: Formats
}) {
  const t = await getTranslations('exams.accommodation')
  const isWaiting = accommodations.some(({ state }) => state === 'requested')
  const isAgreed = accommodations.some(({ state }) => state === 'approved')
  return (
    <div className="grid gap-4">
      <p className="text-muted-foreground">{t(isWaiting ? 'waiting' : 'text')}</p>
      {accommodations.length > 0 ? (
        <AccommodationList accommodations={accommodations} formats={formats} isOfOneExam />
      ) : null}
      {isWaiting || isAgreed ? null : (
        <details>
          <summary className="w-fit cursor-pointer text-link">{t('open')}</summary>
          <div className="mt-4 grid gap-4">
            {accommodationRules.length > 0 ? (
              <div className="grid gap-1 text-sm">
                <p className="font-medium">{t('rules')}</p>
                <ul className="grid list-disc gap-1 ps-5 text-muted-foreground">
                  {accommodationRules.map((rule) => (
                    <li key={rule}>{rule}</li>
                  ))}
                </ul>
              </div>
            ) : null}
            <AccommodationForm slug={offering.slug} />
          </div>
        </details>
      )}
    </div>
  )
}
