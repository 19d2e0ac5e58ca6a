/** CRC-32 (RFC 1952 section 8) of joined data from the CRCs of its parts: polynomials over GF(2), bits reflected. */
const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;

function multiply(a: number, b: number): number {
  let product = 0;
  let term = b;
  for (let bit = ONE; bit !== 0; bit >>>= 1) {
    if (a & bit) product ^= term;
    term = term & 1 ? (term >>> 1) ^ POLYNOMIAL : term >>> 1;
  }
  return product >>> 0;
}

/** x^(2^n) for n = 0…31. */
const POWERS = powers();

function powers(): readonly number[] {
  const list = [ONE >>> 1];
  while (list.length < 32) {
    const last = list[list.length - 1] ?? 0;
    list.push(multiply(last, last));
  }
  return list;
}

/** x^(8·length): what a CRC is multiplied by when `length` bytes follow. */
export function shiftFor(length: number): number {
  let shift = ONE;
  for (let rest = length, power = 3; rest > 0; rest = Math.floor(rest / 2), power++)
    if (rest % 2 === 1) shift = multiply(POWERS[power % 32] ?? ONE, shift);
  return shift;
}

export const joinedCrc = (first: number, second: number, shiftOfSecond: number): number =>
  (multiply(shiftOfSecond, first) ^ second) >>> 0;
