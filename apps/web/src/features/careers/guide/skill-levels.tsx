import type { GuidePage } from '@archway/api/careers/schema/guide'
import { type GuideSkillLevel, guideSkillLevels } from '@archway/api/careers/schema/vocabulary'
import { cn } from '@archway/ui/cn'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cataloguePath } from '@/lib/paths'
import { GuidePart } from './guide-section'

/** The skills of one kind with the level that the role asks for, and why. */
export function SkillLevels({
  skills,
  kind,
}: {
  skills: GuidePage['skills']
  kind: 'technical' | 'workplace'
}) {
  const t = useTranslations('careers')
  const own = skills.filter((skill) => skill.kind === kind)
  if (own.length === 0) return null
  const used = guideSkillLevels.filter((level) => own.some((skill) => skill.level === level))
  return (
    <GuidePart id={`skills-${kind}`} title={t(`skills.${kind}`)}>
      <ul className="grid border-border border-t sm:grid-cols-2 sm:gap-x-8">
        {own.map((skill) => (
          <li key={skill.slug} className="border-border border-b py-4">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <Link
                href={cataloguePath('skill', skill.slug)}
                prefetch={false}
                className="font-semibold text-foreground underline decoration-border-strong underline-offset-4 hover:text-accent hover:decoration-current"
              >
                {skill.name}
              </Link>
              <LevelMeter level={skill.level} />
            </div>
            <p className="mt-1 text-muted-foreground text-sm">{skill.why}</p>
          </li>
        ))}
      </ul>
      <dl className="mt-4 flex flex-wrap gap-x-6 gap-y-1 text-muted-foreground text-sm">
        {used.map((level) => (
          <div key={level} className="flex gap-1.5">
            <dt className="font-medium text-foreground">{t(`levels.${level}`)}</dt>
            <dd>{t(`levelMeaning.${level}`)}</dd>
          </div>
        ))}
      </dl>
    </GuidePart>
  )
}

function LevelMeter({ level }: { level: GuideSkillLevel }) {
  const t = useTranslations('careers')
  const reached = guideSkillLevels.indexOf(level)
  return (
    <span className="inline-flex items-center gap-2 text-muted-foreground text-xs">
      {t(`levels.${level}`)}
      <span aria-hidden="true" className="inline-flex gap-0.5">
        {guideSkillLevels.map((step, index) => (
          <span
            key={step}
            className={cn(
              'h-1.5 w-4 rounded-full',
              index <= reached ? 'bg-accent' : 'bg-border-strong/60',
            )}
          />
        ))}
      </span>
    </span>
  )
}
