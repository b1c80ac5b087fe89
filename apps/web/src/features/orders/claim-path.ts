/** The page of a mailed link; without one, the page that sends it again. */
export const claimPath = (token: string): string =>
  `/claim?${new URLSearchParams({ token }).toString()}`
