export { remedyExitCode } from './exit-code.ts';
export { comesFirst } from './left-work.ts';
export { planRemedy, proveRemedy, type Remedy, type RemedyWishes, takenNames } from './plan-remedy.ts';
