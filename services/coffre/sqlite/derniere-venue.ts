import { sql } from 'kysely'

/** What a later visit took over is awaited there; a visit only prepared has taken over nothing yet. */
export const derniereVenue = sql<boolean>`not exists (select 1 from admission as suivante
  where suivante.ipp = admission.ipp and suivante.rang > admission.rang and not exists
    (select 1 from attente as p where p.admission_id = suivante.id and p.raison = 'preparee'))`
