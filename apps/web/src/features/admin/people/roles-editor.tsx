'use client'

import type { StaffAction } from '@archway/api/shared/permissions'
import { type StaffRole, staffRoles } from '@archway/api/shared/staff-roles'
import { Button } from '@archway/ui/button'
import { Checkbox } from '@archway/ui/checkbox'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { UnsavedGuard } from '../editor/unsaved-guard'
import { ReasonDialog } from '../reason-dialog'
import { roleEffect } from './role-effect'

/** Keys of messages have no points. */
const messageKey = (action: StaffAction) => action.replace('.', '-')

/** Which staff roles somebody has. What they will be able to do is shown before it is saved. */
export function RolesEditor({ userId, roles }: { userId: string; roles: StaffRole[] }) {
  const t = useTranslations('adminOperations.people')
  const save = useMutation(useApi().accounts.adminSetRoles.mutationOptions())
  const [chosen, setChosen] = useState<StaffRole[]>(roles)
  const isDirty = staffRoles.some((role) => chosen.includes(role) !== roles.includes(role))
  const { gained, lost } = roleEffect(roles, chosen)
  const wordsOf = (actions: readonly StaffAction[]) =>
    actions.map((action) => t(`mayDo.${messageKey(action)}`)).join(', ')
  return (
    <div className="grid gap-3">
      <UnsavedGuard isDirty={isDirty} />
      <fieldset className="grid gap-1">
        <legend className="sr-only">{t('roles')}</legend>
        {staffRoles.map((role) => (
          <Checkbox
            key={role}
            label={t(`role.${role}`)}
            hint={t(`roleHint.${role}`)}
            checked={chosen.includes(role)}
            onChange={(event) =>
              setChosen(
                event.target.checked
                  ? [...chosen, role]
                  : chosen.filter((candidate) => candidate !== role),
              )
            }
          />
        ))}
      </fieldset>
      {isDirty ? (
        <div className="flex gap-2">
          <ReasonDialog
            label={t('saveRoles')}
            buttonVariant="primary"
            title={t('saveRolesTitle')}
            effects={[
              ...(gained.length > 0 ? [t('gains', { actions: wordsOf(gained) })] : []),
              ...(lost.length > 0 ? [t('loses', { actions: wordsOf(lost) })] : []),
              t('rolesAtOnce'),
            ]}
            confirmLabel={t('saveRoles')}
            run={async (reason) => {
              await save.mutateAsync({ userId, roles: chosen, reason })
              return t('rolesSaved')
            }}
          />
          <Button variant="ghost" size="sm" onClick={() => setChosen(roles)}>
            {t('undo')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
