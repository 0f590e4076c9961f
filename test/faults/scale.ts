/**
 * How much of each promise is tried. The gate runs inside `npm test`, the soak by `npm run soak`
 * before a release; both run the same code and the same planted bugs.
 */
const SCALES = {
  gate: {
    /** Kills with SIGKILL while marks are saved (P1). */
    kills: 200,
    /** States of the disk that a power cut may leave (P2). */
    crashStates: 1_000,
    /** Flipped bits, cuts and runs of zeros (P4). */
    damages: 10_000,
    /** Races of two to four programs on one device (P6). */
    races: 100,
    /** Histories of three devices whose files arrive late, twice and in any order (P6). */
    histories: 1_000,
    /** Operations against a model in memory, with a reopening or a kill every 500 (P10). */
    operations: 5_000
  },
  soak: {
    kills: 10_000,
    crashStates: 20_000,
    damages: 100_000,
    races: 1_000,
    histories: 20_000,
    operations: 200_000
  }
}

/** The run that is wanted: `FAULTS_SCALE=soak` asks for the long one. */
export const SCALE = process.env['FAULTS_SCALE'] === 'soak' ? SCALES.soak : SCALES.gate
