/** Answers `/task?times=n` after doing the task so often: what one takes is measured from outside. */
export type Tasks = Readonly<Record<string, () => Bytes | Promise<Bytes>>>;

type Bytes = Uint8Array;

/** Made at the first request: building a corpus is too much for a Worker's start. */
export function serveTasks(make: () => Promise<Tasks>): ExportedHandler {
  let made: Promise<Tasks> | null = null;
  return {
    async fetch(request) {
      made ??= make();
      const tasks = await made;
      const { pathname, searchParams } = new URL(request.url);
      const task = tasks[pathname.slice(1)];
      if (!task) return new Response('No such task', { status: 404 });
      let bytes: Bytes = new Uint8Array();
      for (let rest = Number(searchParams.get('times')); rest > 0; rest--) bytes = await task();
      return new Response(new Uint8Array(bytes), { encodeBody: 'manual' });
    },
  };
}
