import type { DecidedState } from '@archway/api/credentials/schema'
import type { useTranslations } from 'next-intl'

/** What a decision does, line by line. */
export function decisionEffects(
  t: ReturnType<typeof useTranslations<'adminCredentials.decide'>>,
  to: DecidedState,
): string[] {
  switch (to) {
    case 'suspended':
      return [t('suspendedEffect'), t('suspendedList')]
    case 'valid':
      return [t('validEffect')]
    case 'revoked':
      return [t('revokedEffect'), t('revokedFinal')]
  }
}
