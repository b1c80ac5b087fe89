'use client'

import type { EvidenceTexts } from '@archway/api/payments/schema'
import { Button } from '@archway/ui/button'
import { useTranslations } from 'next-intl'
import { evidenceFile } from './typed-evidence'

/** The texts as they stand on the page, as a file. */
export function DownloadEvidence({
  disputeId,
  title,
  texts,
}: {
  disputeId: string
  title: string
  texts: EvidenceTexts
}) {
  const t = useTranslations('adminDisputes')
  function download() {
    const file = new Blob([evidenceFile(title, texts, (field) => t(`field.${field}`))], {
      type: 'text/plain;charset=utf-8',
    })
    const url = URL.createObjectURL(file)
    const link = document.createElement('a')
    link.href = url
    link.download = `evidence-${disputeId}.txt`
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <Button variant="ghost" onClick={download}>
      {t('evidence.download')}
    </Button>
  )
}
