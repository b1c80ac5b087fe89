/** A slug: lower-case words of a to z and 0 to 9, joined by single hyphens, 80 characters at most. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Whether a part of an address can be the slug of anything, and so is worth looking up. */
export const isSlug = (text: string): boolean => slugPattern.test(text)

/** The slug of a text; "" when nothing of it can be written in one (a title in Chinese, say). */
export function slugify(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/\+\+/g, ' plus plus')
    .replace(/#/g, ' sharp ')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
}
