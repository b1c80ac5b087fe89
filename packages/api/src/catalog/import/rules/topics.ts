/**
 * Which topics an imported row belongs to, by its skills and title: a row of the table applies when its
 * pattern is found in a skill or in the title. In this order; the first three that apply are taken.
 * Topics that the catalogue does not have yet are made with the name given here.
 */
export const topicRules: readonly { slug: string; name: string; pattern: RegExp }[] = [
  {
    slug: 'prompt-engineering',
    name: 'Prompt engineering',
    pattern: /prompt engineering|chatgpt/i,
  },
  {
    slug: 'generative-ai',
    name: 'Generative AI',
    pattern: /generative ai|large language model|\bllms?\b|diffusion/i,
  },
  {
    slug: 'natural-language-processing',
    name: 'Natural language processing',
    pattern: /natural language|\bnlp\b/i,
  },
  {
    slug: 'computer-vision',
    name: 'Computer vision',
    pattern: /computer vision|image processing/i,
  },
  { slug: 'mlops', name: 'MLOps', pattern: /mlops|machine learning (engineering|operations)/i },
  {
    slug: 'deep-learning',
    name: 'Deep learning',
    pattern: /deep learning|neural network|tensorflow|pytorch|keras/i,
  },
  {
    slug: 'machine-learning',
    name: 'Machine learning',
    pattern:
      /machine learning|reinforcement learning|feature engineering|dimensionality reduction|regression/i,
  },
  {
    slug: 'artificial-intelligence',
    name: 'Artificial intelligence',
    pattern: /artificial intelligence|\bai\b/i,
  },
  {
    slug: 'data-engineering',
    name: 'Data engineering',
    pattern:
      /data (engineering|warehous|pipeline|architecture|model)|extract, transform, load|big data|nosql|apache|database/i,
  },
  {
    slug: 'data-analysis',
    name: 'Data analysis',
    pattern:
      /data (analysis|science|visuali[sz]ation|mining)|business intelligence|tableau|power bi|spreadsheet|statistic/i,
  },
  {
    slug: 'mathematics-for-ml',
    name: 'Mathematics for machine learning',
    pattern: /linear algebra|calculus|probability|bayesian|markov|mathematic/i,
  },
  {
    slug: 'cloud-computing',
    name: 'Cloud computing',
    pattern: /cloud|kubernetes|docker|devops|amazon web services|azure/i,
  },
  {
    slug: 'cybersecurity',
    name: 'Cybersecurity',
    pattern: /security|cyber|cryptograph|penetration/i,
  },
  {
    slug: 'software-development',
    name: 'Software development',
    pattern:
      /programming|software|web development|mobile development|javascript|java\b|algorithms|data structures|testing/i,
  },
  {
    slug: 'product-and-design',
    name: 'Product and design',
    pattern:
      /user experience|\bux\b|product (design|management|development)|human computer|graphic design|visual design/i,
  },
  {
    slug: 'project-management',
    name: 'Project management',
    pattern: /project management|agile|scrum|planning/i,
  },
  {
    slug: 'finance',
    name: 'Finance',
    pattern: /financ|accounting|banking|investment|securities|fintech|tax/i,
  },
  {
    slug: 'marketing-and-sales',
    name: 'Marketing and sales',
    pattern: /marketing|sales|advertis|brand|customer|social media|search engine/i,
  },
  {
    slug: 'business-and-leadership',
    name: 'Business and leadership',
    pattern:
      /leadership|strategy|entrepreneur|business|operations|human resources|negotiation|communication/i,
  },
]

const MAX_TOPICS = 3

/** Slugs of the topics of a row, most specific first, three at most; none when nothing fits. */
export function topicsOf(title: string, skills: readonly string[]): string[] {
  return topicRules
    .filter(({ pattern }) => pattern.test(title) || skills.some((skill) => pattern.test(skill)))
    .slice(0, MAX_TOPICS)
    .map(({ slug }) => slug)
}
