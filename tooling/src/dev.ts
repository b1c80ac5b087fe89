import { runStack } from './stack/run-stack'

/** `npm run dev`: the same with hot reload, and everything that the parts print on the terminal. */
export const main = (args: string[]): Promise<number> => runStack(args, 'dev')
