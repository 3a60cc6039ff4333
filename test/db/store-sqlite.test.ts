import { storeContract } from '../contracts/store.ts';
import { filePlace, memoryPlace } from './places.ts';

storeContract('an SQLite file', filePlace, true);
storeContract('SQLite in memory', memoryPlace, false);
