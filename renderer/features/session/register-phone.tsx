import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { SecretTotp } from '#contracts/session.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { QrCode } from './qr-code.tsx'
import { emptyField, readField, SecretField } from './secret-field.tsx'

/** Registers the telephone that will give the second factor: its key is shown once, and one code proves that it was read. */
export function RegisterPhone() {
  const { acts } = useDesk()
  const identifiant = useDeskState((state) => state.compteAChanger)
  const refus = useDeskState((state) => state.refus.telephone)
  const secret = useSecret()
  const [pending, setPending] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useKeys({ Échap: acts.quitterMotDePasse })

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    setPending(true)
    const kept = await acts.enregistrerTelephone(readField(event.currentTarget, 'second'))
    if (kept) return
    setPending(false)
    emptyField(form.current, 'second')
  }

  return (
    <main className="ecran-seul">
      <form
        ref={form}
        className="carte-seule"
        onSubmit={(event) => void submit(event)}
        aria-labelledby="titre-telephone"
        aria-busy={secret === null}
      >
        <p className="produit">Guichet INS</p>
        <h1 id="titre-telephone">Enregistrer mon téléphone</h1>
        <p>
          Compte {identifiant}. Dans l’application d’authentification du téléphone, ajoutez un compte : lisez
          ce code, ou tapez la clé.
        </p>
        {secret && (
          <>
            <div className="telephone">
              <QrCode rows={secret.qr} />
              <p className="cle-telephone">{secret.cle.replaceAll(/(.{4})(?=.)/g, '$1 ')}</p>
            </div>
            <SecretField
              nom="second"
              libelle="Code affiché par le téléphone"
              type="text"
              autoComplete="one-time-code"
              max={8}
              chiffres
              premier
            />
          </>
        )}
        <Refusal code={refus} />
        <button type="submit" className="bouton principal" disabled={pending || secret === null}>
          Enregistrer le téléphone <kbd>Entrée</kbd>
        </button>
        <ActionButton touche="Échap" onPress={acts.quitterMotDePasse}>
          Abandonner
        </ActionButton>
      </form>
    </main>
  )
}

/** The secret of this telephone, asked once; null until it comes. */
function useSecret(): SecretTotp | null {
  const { acts } = useDesk()
  const [secret, setSecret] = useState<SecretTotp | null>(null)
  useEffect(() => {
    let shown = true
    void acts.preparerTelephone().then((prepare) => shown && setSecret(prepare))
    return () => {
      shown = false
    }
  }, [acts])
  return secret
}
