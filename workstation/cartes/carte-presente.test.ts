import { describe, expect, it } from 'vitest'
import type { EtatCartes } from '#domain/cartes/etat-cartes.ts'
import type { LectureVitale } from '#domain/cartes/lecture-vitale.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { suivreCarte } from './carte-presente.ts'

const ANNE: LectureVitale = {
  lecteur: 'Lecteur Vitale',
  carte: 'vitale2',
  serie: null,
  beneficiaires: [
    {
      nomNaissance: 'MARTIN',
      nomUsuel: null,
      prenoms: 'ANNE',
      dateNaissance: '1984-05-17',
      rang: 1,
      matricule: null,
      nirAssure: '2840563220001',
      regime: null,
    },
  ],
}

const etat = (carte: 'vitale1' | 'vitale2' | null, presence: number): EtatCartes => ({
  lecteurs: [{ nom: 'Lecteur Vitale', carte, muette: false, presence }],
  refus: null,
})

/** A scripted card process: the test says when the reader changes and when a reading ends. */
function processusScripte() {
  let prevenir: (etat: EtatCartes) => void = () => undefined
  const lectures: ((resultat: Result<LectureVitale, Refus>) => void)[] = []
  return {
    changer: (suivant: EtatCartes) => prevenir(suivant),
    lectures,
    port: {
      watch(listener: (etat: EtatCartes) => void) {
        prevenir = listener
        return () => undefined
      },
      lireVitale: () => new Promise<Result<LectureVitale, Refus>>((resolve) => lectures.push(resolve)),
    },
  }
}

const apres = () => new Promise((resolve) => setImmediate(resolve))

describe('la carte présente au guichet', () => {
  it("se lit d'elle-même à l'insertion et montre les personnes sans aucun numéro", async () => {
    const { changer, lectures, port } = processusScripte()
    const carte = suivreCarte(port)
    carte.servir(true)
    changer(etat('vitale2', 1))
    expect(carte.vue.lire().lecture).toEqual({ etat: 'en-cours' })
    lectures[0]?.(succes(ANNE))
    await apres()
    expect(JSON.stringify(carte.vue.lire())).not.toContain('2840563220001')
    expect(carte.beneficiaire(0)).toEqual(
      succes({ beneficiaire: ANNE.beneficiaires[0], carte: expect.stringMatching(/^[0-9a-f]{64}$/) }),
    )
  })

  it("une Vitale d'ancienne génération se lit d'elle-même aussi : qui ne le peut pas le dit", async () => {
    const { changer, lectures, port } = processusScripte()
    const carte = suivreCarte(port)
    carte.servir(true)
    changer(etat('vitale1', 1))
    lectures[0]?.(echec(refuser('cartes/vitale-ancienne')))
    await apres()
    expect(carte.vue.lire().lecture).toEqual({ etat: 'refusee', refus: 'cartes/vitale-ancienne' })
  })

  it("s'oublie dès que la carte sort", async () => {
    const { changer, lectures, port } = processusScripte()
    const carte = suivreCarte(port)
    carte.servir(true)
    changer(etat('vitale2', 1))
    lectures[0]?.(succes(ANNE))
    await apres()
    changer(etat(null, 2))
    expect(carte.vue.lire().lecture).toEqual({ etat: 'aucune' })
    expect(carte.beneficiaire(0).ok).toBe(false)
  })

  it("retirée pendant la lecture : la phrase le dit, et la lecture qui finit après n'est pas reprise", async () => {
    const { changer, lectures, port } = processusScripte()
    const carte = suivreCarte(port)
    carte.servir(true)
    changer(etat('vitale2', 1))
    changer(etat(null, 2))
    lectures[0]?.(succes(ANNE))
    await apres()
    expect(carte.vue.lire().lecture).toEqual({ etat: 'refusee', refus: 'cartes/retiree' })
    expect(carte.beneficiaire(0).ok).toBe(false)
  })

  it('une autre carte remplace la première, la lecture tardive de la première est ignorée', async () => {
    const { changer, lectures, port } = processusScripte()
    const carte = suivreCarte(port)
    carte.servir(true)
    changer(etat('vitale2', 1))
    changer(etat('vitale2', 3))
    lectures[0]?.(succes(ANNE))
    await apres()
    expect(carte.vue.lire().lecture).toEqual({ etat: 'en-cours' })
    expect(lectures.length).toBe(2)
  })

  it("s'oublie au patient suivant même si elle reste dans le lecteur, et se relit sur demande", async () => {
    const { changer, lectures, port } = processusScripte()
    const carte = suivreCarte(port)
    carte.servir(true)
    changer(etat('vitale2', 1))
    lectures[0]?.(succes(ANNE))
    await apres()
    carte.oublier()
    expect(carte.vue.lire().lecture).toEqual({ etat: 'aucune' })
    expect(carte.beneficiaire(0).ok).toBe(false)
    carte.relire()
    lectures[1]?.(succes(ANNE))
    await apres()
    expect(carte.beneficiaire(0).ok).toBe(true)
  })

  it('relue juste avant un appel, elle dit si elle est la même, sans rien changer à l’écran', async () => {
    const { changer, lectures, port } = processusScripte()
    const carte = suivreCarte(port)
    expect(await carte.controler()).toEqual(succes(null))
    carte.servir(true)
    changer(etat('vitale2', 1))
    lectures[0]?.(succes(ANNE))
    await apres()
    const choisie = carte.beneficiaire(0)
    const vue = carte.vue.lire()
    const controle = async (relue: Result<LectureVitale, Refus>) => {
      const issue = carte.controler()
      lectures.at(-1)?.(relue)
      return issue
    }
    expect(await controle(succes(ANNE))).toEqual(succes(choisie.ok && choisie.value.carte))
    const autre = await controle(succes({ ...ANNE, serie: '0042' }))
    expect(autre).not.toEqual(await controle(succes(ANNE)))
    expect(await controle(echec(refuser('cartes/retiree')))).toEqual(succes(null))
    expect(await controle(echec(refuser('cartes/occupee')))).toEqual(echec(refuser('cartes/occupee')))
    expect(carte.vue.lire()).toBe(vue)
  })

  it("ne lit aucune carte sans agent connecté, et lit celle qui l'attend à l'ouverture de session", async () => {
    const { changer, lectures, port } = processusScripte()
    const carte = suivreCarte(port)
    changer(etat('vitale2', 1))
    expect(lectures.length).toBe(0)
    carte.servir(true)
    lectures[0]?.(succes(ANNE))
    await apres()
    carte.servir(false)
    expect(carte.beneficiaire(0).ok).toBe(false)
  })
})
