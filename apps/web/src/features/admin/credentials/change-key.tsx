'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import type { AdminOutput } from '../admin-output'
import { ReasonDialog } from '../reason-dialog'

type Issuer = AdminOutput['credentials']['adminIssuers'][number]
type Props = { issuer: Issuer; keyOf: Issuer['keys'][number] }

/** Gives an issuer its next key. */
export function RotateKey({ issuer, keyOf }: Props) {
  const t = useTranslations('adminCredentials.issuers')
  const rotate = useMutation(useApi().credentials.adminRotateKey.mutationOptions())
  return (
    <ReasonDialog
      label={t('rotate')}
      title={t('rotateTitle', { issuer: issuer.provider.name })}
      effects={[t('rotateNew'), t('rotateOld')]}
      confirmLabel={t('rotate')}
      run={async (reason) => {
        await rotate.mutateAsync({ keyId: keyOf.id, reason })
        return t('rotated')
      }}
    />
  )
}

/** Declares that somebody else may have had a key, with what that does to everything it signed. */
export function DeclareCompromised({ issuer, keyOf }: Props) {
  const t = useTranslations('adminCredentials.issuers')
  const declare = useMutation(useApi().credentials.adminDeclareCompromised.mutationOptions())
  return (
    <ReasonDialog
      label={t('compromise')}
      title={t('compromiseTitle', { kid: keyOf.kid, issuer: issuer.provider.name })}
      effects={[
        t('compromiseDistrust'),
        t('compromiseReissue', { count: keyOf.standing }),
        t('compromiseErased'),
        t('compromiseFinal'),
      ]}
      confirmLabel={t('compromise')}
      variant="danger"
      run={async (reason) => {
        await declare.mutateAsync({ keyId: keyOf.id, reason })
        return t('declared')
      }}
    />
  )
}
