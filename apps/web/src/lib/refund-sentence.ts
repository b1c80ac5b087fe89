import type { RefundAnswer } from '@archway/api/payments/schema'
import { getTranslations } from 'next-intl/server'
import type { Formats } from './formats'

/** The refund promise in words: the server's sentence parts through the message catalogue. */
export async function refundSentence(answer: RefundAnswer, formats: Formats): Promise<string> {
  const t = await getTranslations('orders')
  // The keys are those of `refund` in the catalogue; a test asks for every one of them.
  return answer.sentence
    .map(({ key, params }) =>
      t(key as 'refund.free', {
        days: Number(params.days ?? 0),
        percent: Number(params.percent ?? 0),
        progress: Number(params.progress ?? 0),
        start: Number(params.start ?? 0),
        unused: Number(params.unused ?? 0),
        until: answer.until ? formats.dateTime(answer.until) : '',
      }),
    )
    .join(' ')
}
