/** `npm run openapi`: writes the description of the editor API that the service hands out at `/api/openapi.json`. */
import { writeFileSync } from 'node:fs';
import { openApi } from './openapi/document.ts';

const FILE = 'public/assets/openapi.json';

writeFileSync(FILE, `${JSON.stringify(openApi(), null, 2)}\n`);
