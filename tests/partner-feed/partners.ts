/** Partners made through the editor API, as an editor would. */
import type { World } from '../world.ts';

interface Made {
  readonly number: number;
  readonly key: string;
}

const madeBy = async (world: World, method: string, path: string, body: object): Promise<Made> => {
  const response = await world.send(method, path, body);
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
};

export async function makePartner(world: World, id: string, over: object = {}): Promise<void> {
  await madeBy(world, 'PUT', `/api/partners/${id}`, { name: `The ${id}`, language: 'en', ...over });
}

/** Answers the permission's number. */
export const givePermission = async (world: World, id: string, over: object = {}): Promise<number> =>
  (await madeBy(world, 'POST', `/api/partners/${id}/grants`, over)).number;

export const feedKey = async (world: World, id: string): Promise<string> =>
  (await madeBy(world, 'POST', `/api/partners/${id}/keys`, { kind: 'feed', label: 'Their reader' })).key;
