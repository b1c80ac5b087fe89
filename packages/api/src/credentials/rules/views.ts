/** How many days of views are kept, and how many of them their holder sees. */
export const keptViewDays = 365
export const shownViewDays = 90

/** How many sites a day names; further ones are counted together with those that browsers do not name. */
export const maxReferrersPerDay = 50

const dayMs = 86_400_000

/** The day (UTC) of a moment, or so many days before it. Pure. */
export const dayOfView = (moment: Date, daysBefore = 0): Date =>
  new Date((Math.floor(moment.getTime() / dayMs) - daysBefore) * dayMs)

/**
 * The host of the site whose link was followed, from the browser's Referer header: nothing of the path or of
 * who is signed in there. Empty for our own site, and for what names no site on the web. Pure.
 */
export function referrerHostOf(referrer: string | null, appUrl: string): string {
  if (referrer === null || !URL.canParse(referrer)) return ''
  const { protocol, hostname } = new URL(referrer)
  const isWeb = protocol === 'https:' || protocol === 'http:'
  const isOther = hostname !== new URL(appUrl).hostname
  return isWeb && isOther && hostname.length <= 253 ? hostname : ''
}
