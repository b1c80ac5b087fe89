/** Asks the video of the page to go to a second of it; who asks need not know the player. */
export const seekEvent = 'archway:seek'
export const seekVideo = (seconds: number): void => {
  dispatchEvent(new CustomEvent(seekEvent, { detail: seconds }))
}

/** Where the visible video is now, in seconds; null when there is none. Earlier pages may be kept, hidden. */
export const videoSeconds = (): number | null =>
  [...document.querySelectorAll('video')].find((video) => video.checkVisibility())?.currentTime ??
  null
