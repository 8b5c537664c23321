import { z } from 'zod'
import { NOTICES_PAR_DEFAUT, type ReglagesNotices, type Service } from '#domain/notice/reglages-notice.ts'

const texte = z.string().min(1).max(70)

/** Lines and addresses are short enough for the page to hold, whatever the patient is called. */
const service = z.strictObject({
  nom: texte.exactOptional(),
  lignes: z.array(texte).max(3).exactOptional(),
  url: z
    .url({ protocol: /^https$/ })
    .max(70)
    .nullable()
    .exactOptional(),
})

/** What the establishment writes on the notices handed to patients; everything has a default. */
export const champsNotices = {
  etablissement: texte.exactOptional(),
  notices: z
    .strictObject({
      contact: service.exactOptional(),
      insee: service.exactOptional(),
      piece: service.exactOptional(),
    })
    .exactOptional(),
}

type ChampsNotices = z.infer<z.ZodObject<typeof champsNotices>>
type ChampsService = z.infer<typeof service>

/** The notices of the establishment over the default ones. */
export function lireNotices({ etablissement, notices = {} }: ChampsNotices): ReglagesNotices {
  const { contact, services } = NOTICES_PAR_DEFAUT
  return {
    etablissement: etablissement ?? null,
    contact: completer(contact, notices.contact),
    services: {
      insee: completer(services.insee, notices.insee),
      piece: completer(services.piece, notices.piece),
    },
  }
}

const completer = (defaut: Service, dit: ChampsService = {}): Service => ({ ...defaut, ...dit })
