import qrcode from 'qrcode'
import { credentialUrls } from '../rules/addresses'

/**
 * What the one QR code of a credential says: its page, which people open, with the signed document as `vc`,
 * which verifiers follow.
 */
export const qrTextOf = (appUrl: string, id: string): string =>
  `${credentialUrls.page(appUrl, id)}?vc=${encodeURIComponent(credentialUrls.document(appUrl, id))}`

/** A QR code as squares: how many a side has, and an SVG path of the dark ones, each 1 × 1. */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`
  }
  return { size, path }
}
