/** Where a tool's words go. On a terminal progress is one line that is written over; in a log it is plain lines. */
export interface Terminal {
  readonly line: (text: string) => void;
  readonly progress: (text: string) => void;
}

interface Output {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

const CLEAR_LINE = '\r\u001b[K';

export function terminalOn(output: Output): Terminal {
  if (!output.isTTY) {
    const line = (text: string): void => void output.write(`${text}\n`);
    return { line, progress: line };
  }
  return {
    line: (text) => void output.write(`${CLEAR_LINE}${text}\n`),
    progress: (text) => void output.write(`${CLEAR_LINE}${text}`),
  };
}
