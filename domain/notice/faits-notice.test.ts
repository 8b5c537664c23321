import { describe, expect, it } from 'vitest'
import { DEMANDE, jouer, repondre, TROUVEE, VALIDEE } from '../droits/gestes-exemples.ts'
import type { TraitsInsi } from '../insi/reponse.ts'
import { faitsNotice } from './faits-notice.ts'

const trouver = (traits: Partial<TraitsInsi>) =>
  jouer(VALIDEE, DEMANDE, repondre({ ...TROUVEE, traits: { ...TROUVEE.traits, ...traits } }))

describe('DX-08, DX-09, DX-11 : quand une notice se remet', () => {
  it.each(['insee', 'piece'] as const)(
    '%s : quand l’arbre la propose, sur les écarts les plus graves',
    (notice) =>
      expect(faitsNotice(trouver({ nomNaissance: 'DURANT', lieuNaissance: '' }), notice)).toEqual({
        ok: true,
        value: { notice, differents: ['nomNaissance'] },
      }),
  )

  it.each([
    ['aucun appel', VALIDEE],
    ['aucun écart', trouver({})],
    ['écart mineur', trouver({ lieuNaissance: '' })],
  ])('%s : elle est refusée', (_cas, admission) =>
    expect(faitsNotice(admission, 'insee')).toEqual({ ok: false, error: { code: 'admission/etape' } }),
  )
})
