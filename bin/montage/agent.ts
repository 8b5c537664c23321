import type { Page } from 'playwright-core'

/** What one admission agent does at the desk: keys, and eyes; no pointer, ever. */
export interface Agent {
  seConnecter(identifiant: string, motDePasse: string): Promise<void>
  /** Opens the first patient of the session. */
  premierPatient(): Promise<void>
  /** Waits for the person on the card, then chooses her. */
  choisirBeneficiaire(debutDuNom: string): Promise<void>
  /** Goes to a field by Tab and types; an empty text only goes there. */
  saisir(libelle: string, texte: string): Promise<void>
  choisirPiece(debutDuLibelle: string): Promise<void>
  appelerInsi(attendu: RegExp): Promise<void>
  /** Accepts what INSi found, with the reason of that rank when one is asked. */
  accepter(motif?: number): Promise<void>
  imprimer(touche: 'F8' | 'F10', attendu: RegExp): Promise<void>
  patientSuivant(): Promise<void>
  /** The status word now shown. */
  statut(): Promise<string>
  /** Waits until a text is on the screen. */
  voir(texte: string | RegExp): Promise<void>
  presser(touche: string): Promise<void>
}

const CHAMPS_AU_PLUS = 60

export function agentClavier(page: Page): Agent {
  const { keyboard } = page

  const voir: Agent['voir'] = (texte) => page.getByText(texte).first().waitFor({ state: 'visible' })

  /** The label of the element that has the focus, as an agent reads it. */
  const focus = (): Promise<string> =>
    page.evaluate(() => {
      const { activeElement } = document
      const champ = activeElement?.closest('.champ')?.querySelector('.libelle')?.textContent
      return champ ?? activeElement?.textContent ?? ''
    })

  async function aller(libelle: string): Promise<void> {
    for (let n = 0; n < CHAMPS_AU_PLUS; n += 1) {
      if ((await focus()).trim() === libelle) return
      await keyboard.press('Tab')
    }
    throw new Error(`no field "${libelle}" within reach of Tab`)
  }

  /** Moves in the list that has the focus until an option that begins so has it too, then chooses it. */
  async function choisir(debut: string): Promise<void> {
    for (let n = 0; n < CHAMPS_AU_PLUS; n += 1) {
      if ((await focus()).trim().startsWith(debut)) return keyboard.press('Enter')
      await keyboard.press(n % 12 === 11 ? 'ArrowDown' : 'ArrowRight')
    }
    throw new Error(`no option "${debut}" within reach of the arrows`)
  }

  return {
    voir,
    presser: (touche) => keyboard.press(touche),
    statut: async () => (await page.locator('.bandeau .statut').innerText()).trim(),
    async seConnecter(identifiant, motDePasse) {
      await page.locator('[name=identifiant]:focus').waitFor()
      await keyboard.type(identifiant)
      await keyboard.press('Tab')
      await keyboard.type(motDePasse)
      await keyboard.press('Enter')
      await page.locator('.bandeau, .tete-administration').waitFor()
    },
    async premierPatient() {
      await keyboard.press('F12')
      await page.locator('.patient .attenue').waitFor()
    },
    async choisirBeneficiaire(debutDuNom) {
      const personnes = page.locator('.liste-beneficiaires [role=option]')
      await personnes.first().waitFor()
      const plusieurs = (await personnes.count()) > 1
      await keyboard.press('F2')
      if (plusieurs) await choisir(debutDuNom)
      await page.locator('.patient-nom').waitFor()
    },
    async saisir(libelle, texte) {
      await aller(libelle)
      if (texte === '') return
      await keyboard.press('Control+a')
      await keyboard.type(texte)
      await keyboard.press('Enter')
    },
    async choisirPiece(debutDuLibelle) {
      await keyboard.press('F7')
      await page.locator('.liste-pieces [role=option]:focus').waitFor()
      await choisir(debutDuLibelle)
      await page.locator('.etat-piece.vue, .etat-piece.faible').waitFor()
    },
    async appelerInsi(attendu) {
      await keyboard.press('F4')
      await page.locator('.panneau-insi').getByText(attendu).first().waitFor()
    },
    async accepter(motif) {
      await keyboard.press('F9')
      if (motif !== undefined) {
        await page.locator('.liste-motifs').waitFor()
        await keyboard.press(String(motif))
      }
      await page.locator('.etat-insi.acceptee').waitFor()
    },
    async imprimer(touche, attendu) {
      await keyboard.press(touche)
      await page.locator('.panneau-impression').getByText(attendu).first().waitFor()
    },
    async patientSuivant() {
      const avant = await page.locator('.patient-details').innerText()
      await keyboard.press('F12')
      const dialogue = page.locator('.dialogue')
      await Promise.race([
        dialogue.waitFor().then(() => keyboard.press('F12')),
        page.waitForFunction(
          (texte) => document.querySelector('.patient-details')?.textContent !== texte,
          avant,
        ),
      ])
      await page.locator('.patient .attenue').waitFor()
    },
  }
}
