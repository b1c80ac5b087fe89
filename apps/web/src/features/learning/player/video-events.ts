/** Asks the video of the page to go to a second of it; who asks need not know the player. */
export const seekEvent = 'archway:seek'
export const seekVideo = (seconds: number): void => {
  dispatchEvent(new CustomEvent(seekEvent, { detail: seconds }))
}

/** Where the video of the page is now, in seconds; null when there is none. */
export const videoSeconds = (): number | null =>
  document.querySelector('video')?.currentTime ?? null
