import { vi } from 'vitest'

/**
 * Loaded before the tests in memory: argon2id itself, at the lowest cost a file of accounts may say. Two hundred passwords at their true cost are half of the
 * processor time of those tests; commands in processes of their own, the window and the demonstration pay the true one.
 */
vi.mock(import('#services/comptes/compte.ts'), async (charger) => ({
  ...(await charger()),
  COUT_ARGON2: { memoire: 8_192, passes: 1, voies: 1 },
}))
