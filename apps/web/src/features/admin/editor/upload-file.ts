import { type MediaDto, mediaDto } from '@archway/api/catalog/schema/content'

/** Why an upload did not succeed: a key of `adminCatalog.refusals` or `errors`, with its details. */
export class UploadError extends Error {
  override readonly name = 'UploadError'
  constructor(
    readonly reason: string,
    readonly details: Record<string, string | number> = {},
  ) {
    super(reason)
  }
}

type Options = {
  onProgress: (percent: number) => void
  signal: AbortSignal
}

/**
 * Sends a file as the body of a request and tells how far it is; fetch cannot tell yet, so this is
 * XMLHttpRequest. Throws UploadError; an aborted upload rejects with the signal's reason.
 */
export function sendFile(
  url: string,
  file: File,
  { onProgress, signal }: Options,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.responseType = 'json'
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(total > 0 ? Math.floor((loaded / total) * 100) : 0)
    request.onload = () => {
      if (request.status === 200) resolve(request.response)
      else {
        const { reason, details } = request.response ?? {}
        reject(
          new UploadError(typeof reason === 'string' ? reason : 'upload-failed', details ?? {}),
        )
      }
    }
    request.onerror = () => reject(new UploadError('upload-failed'))
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

/** Uploads a picture, video, caption file or document; what the server calls it from now on. */
export async function uploadFile(file: File, alt: string, options: Options): Promise<MediaDto> {
  const query = new URLSearchParams({ name: file.name, alt })
  return mediaDto.parse(await sendFile(`/api/admin/upload?${query}`, file, options))
}
