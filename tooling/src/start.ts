import { runStack } from './stack/run-stack'

/** `npm start`: the whole product on this machine, built for production. */
export const main = (args: string[]): Promise<number> => runStack(args, 'start')
