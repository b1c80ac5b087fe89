'use client'

import { addCodeInput, generateCodesInput } from '@archway/api/coupons/schema'
import { Button } from '@archway/ui/button'
import { LinkButton } from '@archway/ui/link-button'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { numberOfText } from '../editor/date-text'
import { TextLine } from '../editor/text-line'
import { useDraft } from '../editor/use-draft'
import { useErrorSentence } from '../editor/use-error-sentence'
import { Panel } from '../panel'

/** The codes of a coupon, and forms that make more while it lasts. */
export function CodesPanel({
  couponId,
  codes,
  singleUseCodes,
  canAdd,
}: {
  couponId: string
  codes: string[]
  singleUseCodes: number
  canAdd: boolean
}) {
  const t = useTranslations('adminCoupons.codes')
  return (
    <Panel title={t('title')}>
      <div className="grid gap-6 sm:grid-cols-2">
        <div className="grid content-start gap-3">
          <h3 className="font-medium text-sm">{t('shared')}</h3>
          <ul className="flex flex-wrap gap-2">
            {codes.map((code) => (
              <li key={code} className="rounded border border-border px-2 py-0.5 font-mono text-sm">
                {code}
              </li>
            ))}
          </ul>
          {canAdd ? <AddCode couponId={couponId} /> : null}
        </div>
        <div className="grid content-start gap-3">
          <h3 className="font-medium text-sm">{t('single')}</h3>
          <p className="text-muted-foreground text-sm">
            {t('singleCount', { count: singleUseCodes })}
          </p>
          {singleUseCodes > 0 ? (
            <LinkButton
              href={`/api/admin/export/coupon-codes?couponId=${couponId}`}
              variant="secondary"
              size="sm"
              download
              className="justify-self-start"
            >
              {t('download')}
            </LinkButton>
          ) : null}
          {canAdd ? <GenerateCodes couponId={couponId} /> : null}
        </div>
      </div>
    </Panel>
  )
}

function SmallForm({
  label,
  isPending,
  error,
  onSubmit,
  children,
}: {
  label: string
  isPending: boolean
  error: unknown
  onSubmit: () => void
  children: ReactNode
}) {
  const sentence = useErrorSentence()
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
      className="grid gap-3"
    >
      {children}
      {error ? (
        <p role="alert" className="text-danger text-sm">
          {sentence(error)}
        </p>
      ) : null}
      <Button
        type="submit"
        size="sm"
        variant="secondary"
        loading={isPending}
        className="justify-self-start"
      >
        {label}
      </Button>
    </form>
  )
}

function AddCode({ couponId }: { couponId: string }) {
  const t = useTranslations('adminCoupons.codes')
  const router = useRouter()
  const api = useApi()
  const add = useMutation(api.coupons.addCode.mutationOptions())
  const draft = useDraft({ code: '' })
  const submit = () => {
    const input = draft.check(addCodeInput, { couponId, code: draft.values.code })
    if (!input) return
    add.mutate(input, {
      onSuccess: () => {
        draft.discard()
        toast.success(t('added'))
        router.refresh()
      },
    })
  }
  return (
    <SmallForm label={t('add')} isPending={add.isPending} error={add.error} onSubmit={submit}>
      <TextLine
        label={t('another')}
        error={draft.error('code')}
        maxLength={40}
        value={draft.values.code}
        onChange={(code) => draft.set('code', code.toUpperCase())}
      />
    </SmallForm>
  )
}

function GenerateCodes({ couponId }: { couponId: string }) {
  const t = useTranslations('adminCoupons.codes')
  const router = useRouter()
  const api = useApi()
  const generate = useMutation(api.coupons.generateCodes.mutationOptions())
  const draft = useDraft({ count: '100', prefix: '' })
  // Sending the same form again, after an answer that was lost, makes no more codes.
  const [batchId, setBatchId] = useState(() => crypto.randomUUID())
  const submit = () => {
    const { count, prefix } = draft.values
    const written = { couponId, batchId, count: numberOfText(count), prefix }
    const input = draft.check(generateCodesInput, written)
    if (!input) return
    generate.mutate(input, {
      onSuccess: (made) => {
        setBatchId(crypto.randomUUID())
        toast.success(t('generated', { count: made.count }))
        router.refresh()
      },
    })
  }
  return (
    <SmallForm
      label={t('generate')}
      isPending={generate.isPending}
      error={generate.error}
      onSubmit={submit}
    >
      <div className="grid grid-cols-2 gap-3">
        <TextLine
          label={t('count')}
          error={draft.error('count')}
          inputMode="numeric"
          value={draft.values.count}
          onChange={(count) => draft.set('count', count)}
        />
        <TextLine
          label={t('prefix')}
          error={draft.error('prefix')}
          maxLength={20}
          value={draft.values.prefix}
          onChange={(prefix) => draft.set('prefix', prefix.toUpperCase())}
        />
      </div>
    </SmallForm>
  )
}
