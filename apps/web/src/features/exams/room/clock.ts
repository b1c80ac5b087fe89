/** Minutes before the end at which the time is said, also to those who do not see it. */
export const announcedMinutes = [15, 5, 1] as const

/** Which announcement is due when the time goes from one value to another; null for none. Pure. */
export function dueAnnouncement(before: number, now: number): number | null {
  return announcedMinutes.find((minutes) => before > minutes * 60 && now <= minutes * 60) ?? null
}

/** `1:05:09` or `05:09`; nothing is left when it is below one. Pure. */
export function clockFace(secondsLeft: number): string {
  const whole = Math.max(0, Math.ceil(secondsLeft))
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes, seconds] = [
    Math.floor(whole / 3600),
    Math.floor(whole / 60) % 60,
    whole % 60,
  ]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${two(minutes)}:${two(seconds)}`
}

/** The server told more time than was left by this clock: an extension, not the network. Pure. */
export const isMoreTime = (expected: number, told: number): boolean => told - expected > 20
