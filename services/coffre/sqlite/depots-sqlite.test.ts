import { suiteDepots } from '../depots-suite.ts'
import { coffreEssai } from './coffre-essai.ts'

suiteDepots('SQLite', coffreEssai)
