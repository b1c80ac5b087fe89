import type { Findings } from '@archway/api/credentials/proof/verify-credential'
import { cn } from '@archway/ui/cn'
import { Icon } from '@archway/ui/icon'
import { useTranslations } from 'next-intl'

const proofKey = { sound: 'sound', broken: 'broken' } as const

/** What the check found, a line for each question. */
export function CheckLines({ findings, issuer }: { findings: Findings; issuer: string }) {
  const t = useTranslations('credentials.checks')
  const { proof, period, status } = findings
  const known = proof === 'sound' || proof === 'broken' ? proofKey[proof] : 'other'
  const lines = [
    { key: 'proof', isGood: proof === 'sound', text: t(`proof.${known}`, { issuer }) },
    { key: 'period', isGood: period === 'current', text: t(`period.${period}`) },
    {
      key: 'status',
      isGood: status === 'clear' || status === 'none',
      text: t(`status.${status}`),
    },
  ]
  return (
    <ul className="mt-4 grid gap-3">
      {lines.map(({ key, isGood, text }) => (
        <li key={key} className="flex items-start gap-3">
          <Icon
            name={isGood ? 'success' : 'danger'}
            className={cn('mt-0.5 size-5', isGood ? 'text-success' : 'text-danger')}
          />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
