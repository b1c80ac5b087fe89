import { credentialUrls } from './addresses'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char)

/** What a badge says and leads to. */
export type BadgeFacts = { id: string; achievementId: string; title: string; issuer: string }

/**
 * HTML for a page of the holder's own: the badge of what was certified, linked to the credential's page, which says
 * how it stands. The picture alone proves nothing and names nobody. Pure.
 */
export function badgeHtml(
  appUrl: string,
  { id, achievementId, title, issuer }: BadgeFacts,
): string {
  const alt = escapeHtml(`${title}, ${issuer}`)
  return [
    `<a href="${credentialUrls.page(appUrl, id)}">`,
    `  <img src="${credentialUrls.badge(appUrl, achievementId)}" alt="${alt}" width="200" height="200">`,
    '</a>',
  ].join('\n')
}
