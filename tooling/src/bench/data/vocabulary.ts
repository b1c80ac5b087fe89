const list = (text: string): readonly string[] => text.split(',').map((word) => word.trim())

/** What made-up offerings are about. Each is a skill too. */
export const FIELDS = list(
  'Machine Learning, Data Analysis, Cloud Computing, Cybersecurity, Project Management, Python Programming, Deep Learning, Statistics, Business Analysis, Computer Vision, Natural Language Processing, Data Engineering, Network Security, Software Testing, Digital Marketing, Financial Accounting, Supply Chain, Product Design, Public Health, Psychology, Leadership, Communication, Robotics, Database Administration, Mobile Development, Web Development, Game Design, Bioinformatics, Econometrics, Cryptography, Operating Systems, Reinforcement Learning, Time Series, Knowledge Graphs, Prompt Writing, Responsible Technology, Information Retrieval, Distributed Systems, Compiler Construction, Human Resources, Negotiation, Entrepreneurship, Sustainability, Architecture, Photography, Linguistics, Philosophy, Astronomy, Nutrition, Epidemiology',
)

/** What narrows a field down: field and angle together are a skill. */
export const ANGLES = list(
  'Foundations, Engineering, Governance, Operations, Strategy, Research, Visualisation, Automation, Optimisation, Security, Ethics, Modelling, Infrastructure, Evaluation, Integration, Deployment, Forecasting, Auditing, Simulation, Measurement',
)

export const OPENINGS = list(
  'Introduction to, Applied, Advanced, Practical, Foundations of, Modern, Essentials of, Preparing for, Mastering, Understanding, Designing, Building',
)

export const AUDIENCES = list(
  'for Everybody, for Engineers, for Analysts, for Managers, for Teachers, for Nurses, for Founders, for Scientists, in Practice, at Scale, from Scratch, with Case Studies, with Open Tools, in the Public Sector, in Manufacturing, in Banking, in Retail, in Health Care, Capstone, Workshop',
)

const PLACES = list(
  'Alder, Birchwood, Castleford, Dunmore, Eastvale, Fairhaven, Glenmore, Harwick, Ironbridge, Juniper, Kingsley, Larkfield, Marston, Northgate, Oakridge, Pinehurst, Queensbury, Ravensworth, Silverlake, Thornbury, Umberleigh, Valemont, Westbrook, Yarrow, Zellwood, Ashcombe, Brightwater, Coldstream, Deepwell, Elmstead',
)

const INSTITUTIONS = [
  (place: string) => `University of ${place}`,
  (place: string) => `${place} Institute of Technology`,
  (place: string) => `${place} Business School`,
  (place: string) => `${place} Labs`,
  (place: string) => `${place} Academy`,
  (place: string) => `${place} Cloud`,
  (place: string) => `${place} College`,
  (place: string) => `${place} Project Network`,
] as const

/** Made-up providers: 240 of them. */
export const PROVIDERS: readonly string[] = INSTITUTIONS.flatMap((name) => PLACES.map(name))

export const SENTENCES = list(
  'This course takes you from the first idea to work that you can show, You will practise on real material and compare your answers with those of others, Each week closes with a short quiz and a task that builds on the one before, No earlier experience is needed beyond curiosity and a computer, The last part brings everything together in one project, Teachers answer questions and explain what is done in companies today, You learn which method fits which question and how to say so to others, Examples come from industry and from public life',
)
