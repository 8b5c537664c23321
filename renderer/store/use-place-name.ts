import { useEffect, useState } from 'react'
import type { LieuNomme } from '#domain/lieux/nommer-lieu.ts'
import { lireLieu } from '#domain/identite/lieu-naissance.ts'
import { useDesk, useDeskState } from './use-desk.ts'

/** Day of birth of the patient on screen as the rules read it, or null. */
export const useDateNaissance = (): string | null =>
  useDeskState((state) => state.admission?.saisie.dateNaissance?.valeur ?? null)

/** The name of a birth place code on the day of birth, once the workstation has given it; null for any other text. */
export function usePlaceName(texte: string): LieuNomme | null {
  const { acts } = useDesk()
  const naissance = useDateNaissance()
  const [nomme, setNomme] = useState<{ readonly pour: string; readonly lieu: LieuNomme } | null>(null)
  const lu = lireLieu(texte)
  const code = lu.ok ? lu.value : null
  const pour = `${code ?? ''} ${naissance ?? ''}`

  useEffect(() => {
    if (code === null) return
    let voulu = true
    const nommer = async (): Promise<void> => {
      const lieu = await acts.nommerLieu(code, naissance)
      if (voulu && lieu) setNomme({ pour, lieu })
    }
    void nommer()
    return () => {
      voulu = false
    }
  }, [acts, code, naissance, pour])

  return nomme?.pour === pour ? nomme.lieu : null
}
