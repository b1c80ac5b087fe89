'use client'

import {
  isBoughtSource,
  type OfferedReason,
  revokedByStaff,
  revokeEffect,
} from '@archway/api/enrolments/rules'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'

export type OwnGrant = OfferedReason & { stateReason: string | null }

/** Takes a grant back, or undoes that. `grants` are all of the person: they tell what remains. */
export function GrantActions({ grant, grants }: { grant: OwnGrant; grants: OwnGrant[] }) {
  const t = useTranslations('adminOperations.access')
  const api = useApi()
  const revoke = useMutation(api.enrolments.adminRevoke.mutationOptions())
  const restore = useMutation(api.orders.adminRestoreGrant.mutationOptions())
  const { grantId } = grant
  const name = <span className="sr-only">{grant.offering.title}</span>
  if (grant.standing === 'revoked' && grant.stateReason === revokedByStaff) {
    return (
      <ReasonDialog
        label={
          <>
            {t('restore')}
            {name}
          </>
        }
        title={t('restoreTitle', { title: grant.offering.title })}
        effects={[t(isBoughtSource(grant.source) ? 'restoreAsOrder' : 'restoreEffect')]}
        confirmLabel={t('restore')}
        run={async (reason) => {
          await restore.mutateAsync({ grantId, reason })
          return t('restored')
        }}
      />
    )
  }
  if (grant.standing === 'revoked' || grant.standing === 'ended') return null
  const effects = revokeEffect(grants, grantId).map(({ title, remains }) =>
    t(remains ? 'revokeRemains' : 'revokeEnds', { title }),
  )
  return (
    <ReasonDialog
      label={
        <>
          {t('revoke')}
          {name}
        </>
      }
      title={t('revokeTitle', { title: grant.offering.title })}
      description={t('revokeDescription')}
      effects={effects.length > 0 ? effects : [t('revokeNothing')]}
      confirmLabel={t('revoke')}
      variant="danger"
      run={async (reason) => {
        await revoke.mutateAsync({ grantId, reason })
        return t('revoked')
      }}
    />
  )
}
