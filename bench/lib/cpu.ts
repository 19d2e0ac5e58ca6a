/** CPU time as the kernel counts it. Wall-clock time on a shared machine measures the neighbours. */
import { readdirSync, readFileSync } from 'node:fs';

/** Nanoseconds of CPU by thread. Threads that ended in between are left out. */
export function cpuByThread(pid: number): ReadonlyMap<string, number> {
  const threads = new Map<string, number>();
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      const [time] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
      threads.set(thread, Number(time));
    } catch {
      // The thread ended while the list was read.
    }
  }
  return threads;
}

export const cpuNanoseconds = (pid: number): number =>
  [...cpuByThread(pid).values()].reduce((total, time) => total + time, 0);

/** Resident memory in MiB. */
export function residentMib(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kib ?? 0) / 1024;
}

/** The workerd this process has started. */
export function childNamed(name: string, parent: number = process.pid): readonly number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => isChild(entry, name, parent))
    .map(Number);
}

function isChild(entry: string, name: string, parent: number): boolean {
  try {
    const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    const [, ppid] = stat.slice(end + 2).split(' ');
    return stat.slice(stat.indexOf('(') + 1, end) === name && Number(ppid) === parent;
  } catch {
    return false;
  }
}

export function needsLinux(): void {
  if (process.platform === 'linux') return;
  console.error('CPU is read from /proc: run this on Linux.');
  process.exit(1);
}
