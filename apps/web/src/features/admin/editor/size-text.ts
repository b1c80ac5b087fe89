const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A file's size as people write it: "3.4 MB", "374 bytes". Steps of 1,000. Pure. */
export function sizeText(bytes: number): string {
  let value = bytes
  let step = 0
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000
    step += 1
  }
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit: units[step],
    // the short form of bytes is "byte", however many they are
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value)
}
