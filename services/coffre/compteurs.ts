/**
 * Local numbers, for a desk that no patient administration system numbers: ten digits, an even count as Code 128 C
 * wants, no number given twice; a stop of the workstation may leave a gap, never a double.
 */
export interface Compteurs {
  suivantIpp(): Promise<string>
  suivantNda(): Promise<string>
}
