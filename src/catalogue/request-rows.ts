/** Requests for permission, as people sent them. */
export const REQUEST_STATES = ['open', 'approved', 'declined'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export interface PermissionRequest {
  readonly number: number;
  readonly at: number;
  /** The id of the article asked for; null: more than one. */
  readonly article: string | null;
  readonly organisation: string;
  readonly name: string;
  readonly email: string;
  readonly domain: string;
  readonly message: string;
  readonly state: RequestState;
  /** What shows us at the domain that it is the requester's. */
  readonly challenge: string;
  readonly verifiedAt: number | null;
  readonly method: 'dns' | 'file' | null;
  readonly decidedAt: number | null;
  readonly reason: string | null;
  readonly partner: string | null;
  readonly grant: number | null;
}

interface Row extends Omit<PermissionRequest, 'verifiedAt' | 'decidedAt' | 'grant'> {
  readonly verified_at: number | null;
  readonly decided_at: number | null;
  readonly grant_number: number | null;
}

function requestFrom({ verified_at, decided_at, grant_number, ...row }: Row): PermissionRequest {
  return { ...row, verifiedAt: verified_at, decidedAt: decided_at, grant: grant_number };
}

const MAX_LISTED = 200;

/** Oldest first, so that nobody waits for ever; decided ones newest first. */
export async function listRequests(db: D1Database, state: RequestState): Promise<readonly PermissionRequest[]> {
  const order = state === 'open' ? 'ASC' : 'DESC';
  const query = `SELECT * FROM request WHERE state = ? ORDER BY at ${order}, number ${order} LIMIT ${MAX_LISTED}`;
  return (await db.prepare(query).bind(state).all<Row>()).results.map(requestFrom);
}

export async function findRequest(db: D1Database, number: number): Promise<PermissionRequest | null> {
  const row = await db.prepare('SELECT * FROM request WHERE number = ?').bind(number).first<Row>();
  return row && requestFrom(row);
}

export const countOpen = async (db: D1Database): Promise<number> =>
  (await db.prepare("SELECT count(*) AS n FROM request WHERE state = 'open'").first<number>('n')) ?? 0;
