/** Skills whose names contain the separator. Those that the catalogue knows already are added by the caller. */
const compoundSkills = ['Extract, Transform, Load']

/** What other lists call a skill that the catalogue knows by another name. */
const aliases = new Map(
  Object.entries({
    'python programming': 'Python',
    'r programming': 'R',
    'java programming': 'Java',
    'statistical programming': 'Statistics',
    'general statistics': 'Statistics',
    'statistical analysis': 'Statistics',
    'docker (software)': 'Docker',
    'google cloud platform': 'Google Cloud',
    'data visualization': 'Data visualisation',
    'probability & statistics': 'Probability',
    'probability distribution': 'Probability',
    tensorflow: 'TensorFlow',
    'artificial neural networks': 'Deep learning',
    'decision making': 'Decision making',
    'data model': 'Data modelling',
    aws: 'Amazon Web Services',
    azure: 'Microsoft Azure',
    'continuous integration': 'CI/CD',
    'continuous delivery': 'CI/CD',
  }),
)

const MAX_SKILLS = 60
const MAX_NAME = 80

const keyOf = (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** Names of known skills that contain a comma, longest first: what a list must be searched for. */
export function compoundNames(knownNames: Iterable<string>): string[] {
  return [...new Set([...compoundSkills, ...knownNames])]
    .filter((name) => name.includes(','))
    .sort((a, b) => b.length - a.length)
}

/**
 * The skills of a cell, in order, without doubles. Names that contain a comma are recognised when they
 * are known, so "Extract, Transform, Load" is one skill. Other names are given ours where we know it.
 * Returns the names left out because they are too long or too many as `ignored`.
 */
export function parseSkills(
  text: string,
  compounds: readonly string[],
): { skills: string[]; ignored: string[] } {
  let rest = text.trim().replace(/^\[|\]$/g, '')
  const held: string[] = []
  for (const compound of compounds) {
    const pattern = new RegExp(
      `(?<=^|[,;|])\\s*${compound.split(/,\s*/).map(escapePattern).join(',\\s*')}\\s*(?=$|[,;|])`,
      'giu',
    )
    rest = rest.replace(pattern, () => `\uE001${held.push(compound) - 1}\uE001`)
  }
  const separator = rest.includes(',') || !/[;|]/.test(rest) ? /[,;|]/ : /[;|]/
  const skills = new Map<string, string>()
  const ignored: string[] = []
  for (const part of rest.split(separator)) {
    const token = part.trim()
    const index = /^\uE001(\d+)\uE001$/.exec(token)?.[1]
    const name = (index === undefined ? undefined : held[Number(index)]) ?? unquote(token)
    if (name === '') continue
    const ours = aliases.get(keyOf(name)) ?? name
    if (ours.length > MAX_NAME || (skills.size >= MAX_SKILLS && !skills.has(keyOf(ours)))) {
      ignored.push(name)
    } else if (!skills.has(keyOf(ours))) {
      skills.set(keyOf(ours), ours)
    }
  }
  return { skills: [...skills.values()], ignored }
}

const escapePattern = (text: string) => text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const unquote = (text: string) =>
  text
    .replace(/^['"]+|['"]+$/g, '')
    .trim()
    .replace(/\s+/g, ' ')
