import type { GuidePage } from '@archway/api/careers/schema/guide'
import { Avatar } from '@archway/ui/avatar'
import { useFormatter, useTranslations } from 'next-intl'
import { contactAddress } from '@/lib/contact'
import { GuidePart } from './guide-section'

/** Who answers for the guide, and what was changed in it when. */
export function GuideRecord({ guide }: { guide: GuidePage }) {
  const t = useTranslations('careers')
  const format = useFormatter()
  const people = [
    ...guide.authors.map((person) => ({ person, role: t('people.author') })),
    ...guide.reviewers.map((person) => ({ person, role: t('people.reviewer') })),
  ]
  const subject = encodeURIComponent(t('report.subject', { title: guide.title }))
  const report = `mailto:${contactAddress()}?subject=${subject}`
  return (
    <div className="grid gap-10 md:grid-cols-2">
      {people.length > 0 ? (
        <GuidePart id="people" title={t('people.title')}>
          <ul className="grid gap-4">
            {people.map(({ person, role }) => (
              <li key={`${role} ${person.slug}`} className="flex items-center gap-3">
                <Avatar name={person.name} />
                <div className="text-sm">
                  <p className="font-medium">{person.name}</p>
                  <p className="text-muted-foreground">{`${role} · ${person.title}`}</p>
                </div>
              </li>
            ))}
          </ul>
        </GuidePart>
      ) : null}
      {guide.changes.length > 0 ? (
        <GuidePart id="changes" title={t('changes.title')}>
          <ol className="grid gap-2.5 text-sm">
            {guide.changes.map((change) => (
              <li key={`${change.date.toISOString()} ${change.note}`} className="flex gap-4">
                <time
                  dateTime={change.date.toISOString().slice(0, 10)}
                  className="w-28 shrink-0 text-muted-foreground"
                >
                  {format.dateTime(change.date, { dateStyle: 'medium' })}
                </time>
                <p>{change.note}</p>
              </li>
            ))}
          </ol>
        </GuidePart>
      ) : null}
      <p className="max-w-prose text-muted-foreground text-sm md:col-span-2 print:hidden">
        {t.rich('report.text', {
          mail: (chunks) => (
            <a href={report} className="text-link">
              {chunks}
            </a>
          ),
        })}
      </p>
    </div>
  )
}
