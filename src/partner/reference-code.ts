/**
 * The reference code: 7 characters of Crockford's base 32 and a check character, one for each article and grant. It
 * survives plain text and print. It is worked out, not stored: article and grant number are 35 bits, and a fixed
 * permutation of them (a Feistel network) is the code, so no two pairs share one and none is ever used again.
 * It looks something up and proves nothing: the attribution token does that.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 7;
const ARTICLE_BITS = 20;
const GRANT_BITS = 15;
export const MAX_ARTICLE = 2 ** ARTICLE_BITS - 1;
export const MAX_GRANT = 2 ** GRANT_BITS - 1;

export interface CodeOf {
  readonly article: number;
  readonly grant: number;
}

/** Null where a number is too large for a code (the token still carries it). */
export function referenceCode({ article, grant }: CodeOf): string | null {
  if (!isNumber(article, MAX_ARTICLE) || !isNumber(grant, MAX_GRANT)) return null;
  const [left, right] = scramble(article, grant);
  let rest = left * 2 ** GRANT_BITS + right;
  const digits: number[] = [];
  for (let index = 0; index < LENGTH; index++) {
    digits.unshift(rest % 32);
    rest = Math.floor(rest / 32);
  }
  return [...digits, checkOf(digits)].map((digit) => ALPHABET[digit]).join('');
}

const isNumber = (value: number, max: number): boolean => Number.isInteger(value) && value >= 0 && value <= max;

/** As people type it: any case, spaces and hyphens anywhere, O for 0 and I or L for 1. Null: mistyped, or no code. */
export function parseReferenceCode(text: string): CodeOf | null {
  const digits = digitsOf(text);
  if (digits?.length !== LENGTH + 1 || checkOf(digits.slice(0, LENGTH)) !== digits[LENGTH]) return null;
  const value = digits.slice(0, LENGTH).reduce((sum, digit) => sum * 32 + digit, 0);
  const [article, grant] = unscramble(Math.floor(value / 2 ** GRANT_BITS), value % 2 ** GRANT_BITS);
  return { article, grant };
}

function digitsOf(text: string): readonly number[] | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const digits = Array.from(plain, (char) => ALPHABET.indexOf(char));
  return digits.includes(-1) ? null : digits;
}

/** Multiplication by x in GF(2^5) modulo x^5 + x^2 + 1. */
const timesX = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/** Σ xⁱ·digit over GF(32): no single wrong character and no two exchanged neighbours leave it as it was. */
function checkOf(digits: readonly number[]): number {
  let sum = 0;
  for (const digit of digits) sum = timesX(sum ^ digit);
  return sum;
}

const ROUNDS = [0x3c6ef372, 0x78dde6e4, 0x1b54cda1, 0x5a827999] as const;

function mix(value: number, round: number): number {
  let mixed = Math.imul(value ^ round, 0x9e3779b1);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function scramble(article: number, grant: number): readonly [number, number] {
  let [left, right] = [article, grant];
  for (const round of ROUNDS) {
    left = (left ^ mix(right, round)) & MAX_ARTICLE;
    right = (right ^ mix(left, round)) & MAX_GRANT;
  }
  return [left, right];
}

function unscramble(first: number, second: number): readonly [number, number] {
  let [left, right] = [first, second];
  for (const round of [...ROUNDS].reverse()) {
    right = (right ^ mix(left, round)) & MAX_GRANT;
    left = (left ^ mix(right, round)) & MAX_ARTICLE;
  }
  return [left, right];
}
