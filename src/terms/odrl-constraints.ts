/** When, where and how much, as ODRL constraints: one left operand, one operator, one right operand (section 2.5). */
import type { Terms } from '../article/terms.ts';
import type { JsonObject } from './odrl.ts';

const typed = (value: string | number, type: string): JsonObject => ({
  '@value': String(value),
  '@type': `xsd:${type}`,
});

export const dateTime = (operator: 'gteq' | 'lt', moment: string): JsonObject => ({
  leftOperand: 'dateTime',
  operator,
  rightOperand: typed(moment, 'dateTime'),
});

/** IPTC's addresses for the countries of ISO 3166-1. */
const country = (code: string): JsonObject => ({ '@id': `http://cvx.iptc.org/iso3166-1a2/${code}` });

/**
 * An offer knows no article, so a delay is counted from when one was published and a removal from when the copy was:
 * `delayPeriod` and `elapsedTime` of the Common Vocabulary.
 */
export const constraintsOf = ({ delayHours, removeAfterDays, share, territory }: Terms): readonly JsonObject[] => [
  ...(delayHours > 0
    ? [{ leftOperand: 'delayPeriod', operator: 'gteq', rightOperand: typed(`PT${delayHours}H`, 'duration') }]
    : []),
  ...(removeAfterDays === undefined
    ? []
    : [{ leftOperand: 'elapsedTime', operator: 'lteq', rightOperand: typed(`P${removeAfterDays}D`, 'duration') }]),
  ...(share === undefined
    ? []
    : [{ leftOperand: 'percentage', operator: 'lteq', rightOperand: typed(share, 'decimal') }]),
  ...(territory.length === 0
    ? []
    : [{ leftOperand: 'spatial', operator: 'isAnyOf', rightOperand: territory.map(country) }]),
];
