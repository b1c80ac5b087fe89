import type { GuideProblem } from '@archway/api/careers/schema/guide'
import { guideSectionKinds } from '@archway/api/careers/schema/vocabulary'
import { Alert } from '@archway/ui/alert'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

const lists = ['neighbours', 'stages', 'skills', 'offerings', 'questions']

/** The page on which a problem is mended, or null when it is this one or none. */
function whereToMend(slug: string, { code, place, detail }: GuideProblem): string | null {
  const base = `/admin/guides/${slug}`
  if (lists.includes(place)) return `${base}/${place}`
  if (guideSectionKinds.some((kind) => kind === place)) return `${base}/sections/${place}`
  return code === 'fact-unsourced' ? `/admin/guides/facts/${detail}` : null
}

/** What keeps a guide from being published, each with the way to where it is mended. */
export function ProblemList({ slug, problems }: { slug: string; problems: GuideProblem[] }) {
  const t = useTranslations('adminCatalog.guides')
  if (problems.length === 0) return <Alert variant="success">{t('noProblems')}</Alert>
  const placeName = (place: string) =>
    t.has(`place.${place}` as never) ? t(`place.${place}` as never) : place
  return (
    <Alert variant="warning" title={t('problems', { count: problems.length })}>
      <ul className="mt-2 ms-4 list-disc space-y-1">
        {problems.map((problem) => {
          const href = whereToMend(slug, problem)
          const text = t(`problem.${problem.code}`, {
            place: placeName(problem.place),
            detail: problem.detail,
          })
          return (
            <li key={`${problem.code} ${problem.place} ${problem.detail}`}>
              {href ? <Link href={href}>{text}</Link> : text}
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}
