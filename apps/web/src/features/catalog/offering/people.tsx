import type { OfferingPage } from '@archway/api/catalog/schema/search'
import { Avatar } from '@archway/ui/avatar'
import { Section } from '@archway/ui/section'
import { useTranslations } from 'next-intl'

/** Who stands behind the content, with what each of them does for it. */
export function People({ offering: { kind, people } }: { offering: OfferingPage }) {
  const t = useTranslations('catalog.offering')
  const slugs = [...new Set(people.map(({ slug }) => slug))]
  return (
    <Section title={t(kind === 'certification' ? 'examPeople' : 'people')} headingId="people">
      <ul className="grid gap-8">
        {slugs.map((slug) => {
          const entries = people.filter((person) => person.slug === slug)
          const [person] = entries
          if (person === undefined) return null
          return (
            <li key={slug} className="flex gap-4">
              <Avatar name={person.name} size="lg" className="max-sm:size-10 max-sm:text-sm" />
              <div className="min-w-0">
                <h3 className="font-semibold">{person.name}</h3>
                <p className="text-muted-foreground text-sm">
                  {[person.title, ...entries.map(({ role }) => t(`role.${role}`))]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {person.bio ? <p className="mt-2 max-w-prose">{person.bio}</p> : null}
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
