import type { OfferingPage } from '@archway/api/catalog/schema/search'
import { voucherMonths } from '@archway/api/exams/rules/voucher'
import { Icon } from '@archway/ui/icon'
import { useTranslations } from 'next-intl'

/** What the price covers, counted from the content itself. */
export function IncludedList({ offering }: { offering: OfferingPage }) {
  const t = useTranslations('catalog.offering.box')
  const lessons = offering.outline.flatMap((module) => module.lessons)
  const count = (kind: (typeof lessons)[number]['kind']) =>
    lessons.filter((lesson) => lesson.kind === kind).length
  const items = [
    ...(lessons.length > 0
      ? [t('includes.lessons', { count: lessons.length, modules: offering.outline.length })]
      : []),
    ...(offering.programCourses.length > 0
      ? [t('includes.courses', { count: offering.programCourses.length })]
      : []),
    ...(count('video') > 0 ? [t('includes.videos', { count: count('video') })] : []),
    ...(count('quiz') > 0 ? [t('includes.quizzes', { count: count('quiz') })] : []),
    ...(count('file') > 0 ? [t('includes.files', { count: count('file') })] : []),
    ...(offering.kind === 'certification'
      ? [
          t('includes.sitting'),
          t('includes.voucher', { months: voucherMonths }),
          t('includes.report'),
          t('includes.certificate'),
        ]
      : [t('includes.access'), t('includes.updates'), t('includes.record')]),
  ]
  return (
    <div className="border-border border-t pt-5">
      <h2 className="font-semibold text-sm">{t('included')}</h2>
      <ul className="mt-2.5 grid gap-1.5 text-sm">
        {items.map((item) => (
          <li key={item} className="flex gap-2.5">
            <Icon name="check" className="mt-0.5 size-4 text-accent" />
            <span>{item}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
