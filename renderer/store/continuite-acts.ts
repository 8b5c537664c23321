import type { ActTools } from './act-tools.ts'

/** Exercises the desk; a refusal is shown in the administration. */
export const createContinuiteActs = ({ client, attempt }: ActTools) => ({
  commencerExercice: () => attempt('administration', async () => client.continuite.commencerExercice()),
  arreterExercice: () => attempt('administration', async () => client.continuite.arreterExercice()),
})
