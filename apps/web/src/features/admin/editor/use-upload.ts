'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { UploadError } from './upload-file'

type Send<Result> = (
  file: File,
  options: { onProgress: (percent: number) => void; signal: AbortSignal },
) => Promise<Result>

/** One upload at a time: how far it is, what went wrong in words, and a way to stop it. */
export function useUpload<Result>(send: Send<Result>, onDone: (result: Result) => void) {
  const own = useTranslations('adminCatalog.refusals')
  const errors = useTranslations('errors')
  const [running, setRunning] = useState<{ file: File; percent: number } | null>(null)
  const [error, setError] = useState<string | null>(null)
  const abort = useRef<AbortController | null>(null)
  const sentence = ({ reason, details }: UploadError) =>
    own.has(reason as never)
      ? own(reason as never, details as never)
      : errors.has(reason as never)
        ? errors(reason as never, details as never)
        : own('upload-failed')
  const start = async (file: File) => {
    const controller = new AbortController()
    abort.current = controller
    setError(null)
    setRunning({ file, percent: 0 })
    await send(file, {
      signal: controller.signal,
      onProgress: (percent) => setRunning({ file, percent }),
    }).then(onDone, (failure: unknown) => {
      if (controller.signal.aborted) return
      setError(failure instanceof UploadError ? sentence(failure) : own('upload-failed'))
    })
    setRunning(null)
  }
  return { running, error, setError, start, cancel: () => abort.current?.abort() }
}
