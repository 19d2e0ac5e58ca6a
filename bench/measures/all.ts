/** Every figure, in the order of the table. */
import type { Measurement } from '../lib/table.ts';
import { archive } from './archive.ts';
import { coldFeedCpu } from './cold-feed.ts';
import { delta } from './delta.ts';
import { desk } from './desk.ts';
import { growth } from './growth.ts';
import { hits } from './hits.ts';
import { hot } from './hot.ts';
import { join } from './join.ts';
import { partner } from './partner.ts';
import { publishCpu } from './publish.ts';
import { queries } from './queries.ts';
import { republishFew, republishMany } from './republish.ts';
import { size } from './size.ts';

const others = [...hot, ...queries, ...growth, ...join, ...partner];
const rest = [...archive, ...delta, ...size, ...publishCpu, ...coldFeedCpu, ...desk, ...hits];

export const ALL: readonly Measurement[] = [...others, republishMany, ...rest];

/** What is the same on every machine, and soon measured. */
export const EXACT: readonly Measurement[] = [...others, republishFew, ...rest].filter(({ exact }) => exact);
