'use client'

import { addMemberInput, memberRoles } from '@archway/api/providers/schema'
import { ConfirmDialog } from '@archway/ui/alert-dialog'
import { Badge } from '@archway/ui/badge'
import { Button } from '@archway/ui/button'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { ChoiceLine } from '../editor/choice-line'
import { TextLine } from '../editor/text-line'
import { useDraft } from '../editor/use-draft'
import { useErrorSentence } from '../editor/use-error-sentence'
import { Panel } from '../panel'
import type { AdminProvider } from './provider-form'

type Member = AdminProvider['members'][number]
const nameOf = ({ user }: Member) => user.name ?? user.email

/** Who belongs to a provider: added by the address of an account, removed after asking. */
export function MemberList({
  providerId,
  members,
  canEdit,
}: {
  providerId: string
  members: Member[]
  canEdit: boolean
}) {
  const t = useTranslations('adminCatalog.providers')
  const format = useFormatter()
  return (
    <Panel title={t('members')} description={t('membersText')}>
      {members.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('member.none')}</p>
      ) : (
        <ul className="divide-y divide-border text-sm">
          {members.map((member) => (
            <li key={member.user.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{nameOf(member)}</p>
                <p className="truncate text-muted-foreground">
                  {member.user.name ? `${member.user.email} · ` : null}
                  {t('member.since', {
                    date: format.dateTime(member.createdAt, { dateStyle: 'medium' }),
                  })}
                </p>
              </div>
              <Badge variant="outline">{t(`member.${member.role}`)}</Badge>
              {canEdit ? <RemoveMember providerId={providerId} member={member} /> : null}
            </li>
          ))}
        </ul>
      )}
      {canEdit ? <AddMember providerId={providerId} /> : null}
    </Panel>
  )
}

function AddMember({ providerId }: { providerId: string }) {
  const t = useTranslations('adminCatalog.providers')
  const sentence = useErrorSentence()
  const router = useRouter()
  const api = useApi()
  const add = useMutation(api.providers.addMember.mutationOptions())
  const draft = useDraft<{ email: string; role: (typeof memberRoles)[number] }>({
    email: '',
    role: 'editor',
  })
  const save = () => {
    const input = draft.check(addMemberInput, {
      providerId,
      ...draft.values,
      email: draft.values.email.trim(),
    })
    if (!input) return
    add.mutate(input, {
      onSuccess: () => {
        toast.success(t('member.added', { email: input.email }))
        draft.discard()
        router.refresh()
      },
    })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      className="grid items-start gap-4 border-border border-t pt-4 sm:grid-cols-[minmax(0,1fr)_9rem_auto]"
    >
      <TextLine
        type="email"
        label={t('member.email')}
        error={draft.error('email') ?? (add.error ? sentence(add.error) : undefined)}
        value={draft.values.email}
        onChange={(email) => draft.set('email', email)}
      />
      <ChoiceLine
        label={t('member.role')}
        value={draft.values.role}
        options={memberRoles.map((value) => ({ value, label: t(`member.${value}`) }))}
        onChange={(role) => draft.set('role', role)}
      />
      <Button
        type="submit"
        variant="secondary"
        loading={add.isPending}
        className="justify-self-start sm:mt-[1.6rem]"
      >
        {t('member.add')}
      </Button>
    </form>
  )
}

function RemoveMember({ providerId, member }: { providerId: string; member: Member }) {
  const t = useTranslations('adminCatalog.providers.member')
  const common = useTranslations('common.actions')
  const sentence = useErrorSentence()
  const router = useRouter()
  const api = useApi()
  const [isAsked, setIsAsked] = useState(false)
  const name = nameOf(member)
  const remove = useMutation(
    api.providers.removeMember.mutationOptions({
      onSuccess: () => {
        toast.success(t('removed', { name }))
        setIsAsked(false)
        router.refresh()
      },
    }),
  )
  return (
    <ConfirmDialog
      open={isAsked}
      onOpenChange={setIsAsked}
      trigger={
        <Button variant="ghost" size="sm" aria-label={t('removeName', { name })}>
          {t('remove')}
        </Button>
      }
      title={t('removeTitle', { name })}
      effectsLabel={t('effects')}
      effects={[t('removeEffect', { name }), t('removeKeeps', { name })]}
      confirmLabel={t('remove')}
      cancelLabel={common('cancel')}
      variant="danger"
      loading={remove.isPending}
      error={remove.error ? sentence(remove.error) : undefined}
      onConfirm={() => remove.mutate({ providerId, userId: member.user.id })}
    />
  )
}
