/** The variables a workstation was started with. */
export type Environnement = Readonly<Record<string, string | undefined>>
