'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'

/** Mails a gift again with a new link, or for the first time before its day. */
export function SendGift({
  giftId,
  email,
  isFirst,
}: {
  giftId: string
  email: string
  isFirst: boolean
}) {
  const t = useTranslations('adminPurchases.gifts.send')
  const send = useMutation(useApi().gifts.adminSend.mutationOptions())
  return (
    <ReasonDialog
      label={t(isFirst ? 'openFirst' : 'open')}
      buttonSize="md"
      title={t(isFirst ? 'titleFirst' : 'title')}
      effects={[t('effectMail', { email }), t(isFirst ? 'effectEarly' : 'effectLink')]}
      confirmLabel={t('confirm')}
      run={async (reason) => {
        await send.mutateAsync({ giftId, reason })
        return t('done')
      }}
    />
  )
}
