import { useCallback } from 'react'

interface CopyImageProps {
  readonly image: Blob
  readonly libelle: string
}

/** One page on the screen, and nowhere once it leaves it: its address is revoked with it. */
export function CopyImage({ image, libelle }: CopyImageProps) {
  const montrer = useCallback(
    (element: HTMLImageElement) => {
      const adresse = URL.createObjectURL(image)
      element.src = adresse
      return () => URL.revokeObjectURL(adresse)
    },
    [image],
  )
  return <img ref={montrer} className="copie-image" alt={libelle} />
}
