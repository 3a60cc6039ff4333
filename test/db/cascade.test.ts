import { cascadeContract } from '../contracts/cascade.ts';
import { memoryPlace, postgresPlace } from './places.ts';

cascadeContract('SQLite in memory', memoryPlace);
cascadeContract('PostgreSQL', postgresPlace);
