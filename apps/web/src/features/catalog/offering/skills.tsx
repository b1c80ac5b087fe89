import type { OfferingPage } from '@archway/api/catalog/schema/search'
import { Section } from '@archway/ui/section'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cataloguePath } from '@/lib/paths'

/** Skills, each a way to everything else that builds it. */
export function Skills({ skills }: { skills: OfferingPage['skills'] }) {
  const t = useTranslations('catalog.offering')
  const groups = [
    { key: 'skillsTechnical', skills: skills.filter(({ kind }) => kind === 'technical') },
    { key: 'skillsWorkplace', skills: skills.filter(({ kind }) => kind === 'workplace') },
  ] as const
  const filled = groups.filter((group) => group.skills.length > 0)
  return (
    <Section title={t('skills')} headingId="skills">
      <div className="grid gap-5">
        {filled.map((group) => (
          <div key={group.key}>
            {filled.length > 1 ? (
              <h3 className="mb-2 text-muted-foreground text-sm">{t(group.key)}</h3>
            ) : null}
            <ul className="flex flex-wrap gap-2">
              {group.skills.map((skill) => (
                <li key={skill.slug}>
                  <Link
                    href={cataloguePath('skill', skill.slug)}
                    prefetch={false}
                    className="inline-flex items-center rounded-full border border-border-strong bg-surface px-3 py-1 text-sm no-underline hover:border-accent hover:text-accent pointer-coarse:min-h-11 pointer-coarse:px-4"
                  >
                    {skill.name}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  )
}
