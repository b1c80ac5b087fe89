/** Sections in the order in which a new guide gets them. */
export const guideSectionKinds = [
  'role',
  'comparison',
  'duties',
  'industries',
  'pay',
  'outlook',
  'technical_skills',
  'workplace_skills',
  'education',
  'certifications',
  'path',
  'day',
  'questions',
  'sources',
] as const
export type GuideSectionKind = (typeof guideSectionKinds)[number]

export const factKinds = [
  'pay',
  'outlook',
  'demand',
  'survey',
  'definition',
  'requirement',
] as const
/** From the least to the most. */
export const guideSkillLevels = ['awareness', 'working', 'practitioner', 'expert'] as const
export type GuideSkillLevel = (typeof guideSkillLevels)[number]
export const guideOfferingSections = ['certifications', 'path', 'courses'] as const
