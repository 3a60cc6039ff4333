import { dialoguesContract } from '../contracts/dialogues.ts';
import { filePlace, postgresPlace } from './places.ts';

dialoguesContract('an SQLite file', filePlace);
dialoguesContract('PostgreSQL', postgresPlace);
