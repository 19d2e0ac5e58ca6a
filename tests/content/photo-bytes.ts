/** The smallest files of each kind that carry a type and dimensions. */
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

function big(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

const box = (name: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([big(body.length + 8), latin(name), body]);
};

export const png = (filling = 0): Buffer =>
  Buffer.concat([
    latin('\x89PNG\r\n\x1a\n'),
    big(13),
    latin('IHDR'),
    big(640),
    big(480),
    Buffer.alloc(5 + filling),
    latin('IEND'),
  ]);

export const jpeg = (): Buffer =>
  Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108012c019003012200021101031101ffd9', 'hex');

export const gif = (): Buffer => Buffer.from('4749463839610a0008000000003b', 'hex');

export const webp = (): Buffer =>
  Buffer.concat([
    latin('RIFF'),
    Buffer.from('16000000', 'hex'),
    latin('WEBPVP8X'),
    Buffer.from('0a00000000000000090000070000', 'hex'),
  ]);

export const avif = (): Buffer => {
  const sizes = box('ispe', big(0), big(640), big(480));
  return Buffer.concat([
    box('ftyp', latin('avif'), big(0), latin('avif')),
    box('meta', big(0), box('iprp', box('ipco', sizes))),
  ]);
};

export const svg = (): Buffer => latin('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>');
