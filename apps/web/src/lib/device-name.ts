const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS X': 'macOS' }

/** Browser and system out of a user agent, for people: "Firefox · Linux". Null when it names neither. */
export function deviceName(userAgent: string | null): string | null {
  if (!userAgent) return null
  const browser = /Edg|OPR|Firefox|Chrome|Safari/.exec(userAgent)?.[0]
  const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(userAgent)?.[0]
  const parts = [browser, system].filter((part) => part !== undefined)
  return parts.length > 0 ? parts.map((part) => names[part] ?? part).join(' · ') : null
}
