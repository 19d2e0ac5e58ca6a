/** Requests of every kind, labelled with who really asks. Written from what makers document, not collected from readers. */
import { APPS } from './class-corpus-apps.ts';
import { BROWSERS } from './class-corpus-browsers.ts';
import { EARLY } from './class-corpus-early.ts';
import { MACHINES } from './class-corpus-machines.ts';
import { PROGRAMS } from './class-corpus-programs.ts';
import type { Entry } from './class-entry.ts';

export const CORPUS: readonly Entry[] = [...BROWSERS, ...APPS, ...PROGRAMS, ...MACHINES, ...EARLY];
