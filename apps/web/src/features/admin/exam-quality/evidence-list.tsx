import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'

type Flag = AdminOutput['integrity']['adminCase']['attempt']['flags'][number]

/** Figures of evidence as they may stand in a sentence. */
function figuresOf(evidence: unknown): Record<string, number> {
  if (typeof evidence !== 'object' || evidence === null) return {}
  return Object.fromEntries(
    Object.entries(evidence).flatMap(([name, value]) =>
      typeof value === 'number' ? [[name, Math.round(value * 10) / 10]] : [],
    ),
  )
}

/** What the rules found in a sitting, in words, the most unlikely first. */
export function EvidenceList({ flags }: { flags: Flag[] }) {
  const t = useTranslations('examQuality.cases')
  const format = useFormatter()
  return (
    <ul className="grid gap-4">
      {flags.map((flag) => (
        <li key={flag.id} className="grid gap-1 border-border border-s-2 ps-4">
          <span className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-medium text-sm">{t(`rules.${flag.rule}`)}</span>
            {flag.rule === 'focus_lost' ? null : (
              <span className="text-muted-foreground text-xs tabular-nums">
                {t('chance')}{' '}
                {flag.chance > 1e-12
                  ? t('chanceOf', { number: Math.round(1 / flag.chance) })
                  : format.number(flag.chance, {
                      notation: 'scientific',
                      maximumFractionDigits: 0,
                    })}
              </span>
            )}
          </span>
          <span className="text-muted-foreground text-sm">
            {t(`evidenceOf.${flag.rule}`, figuresOf(flag.evidence))}
          </span>
          {flag.otherAttempt ? (
            <span className="text-muted-foreground text-sm">
              {t('other', { name: flag.otherAttempt.legalName })}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
