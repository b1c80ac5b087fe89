import type { AttemptState } from '@archway/api/exams/states'
import { Badge } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const tones = {
  created: 'neutral',
  in_progress: 'accent',
  submitted: 'info',
  expired: 'info',
  scored: 'info',
  released: 'success',
  held: 'warning',
  voided: 'danger',
} as const satisfies Record<AttemptState, string>

export function SittingState({ state }: { state: AttemptState }) {
  const t = useTranslations('adminExams.states')
  return <Badge variant={tones[state]}>{t(state)}</Badge>
}
