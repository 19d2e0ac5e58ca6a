/** The smallest JPEG with a size in it: start, a comment that makes it unlike others, a frame header of 8 × 6 pixels, end. */
export function jpeg(seed: number, width = 8, height = 6): Uint8Array<ArrayBuffer> {
  const comment = [0xff, 0xfe, 0, 6, seed & 255, (seed >> 8) & 255, (seed >> 16) & 255, 7];
  const frame = [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0];
  return new Uint8Array([0xff, 0xd8, ...comment, ...frame, 0xff, 0xd9]);
}
