import { storeContract } from '../contracts/store.ts';
import { postgresPlace } from './places.ts';

storeContract('PostgreSQL', postgresPlace, true);
