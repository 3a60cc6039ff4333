import { evaluationsContract } from '../contracts/evaluations.ts';
import { memoryPlace, postgresPlace } from './places.ts';

evaluationsContract('SQLite in memory', memoryPlace);
evaluationsContract('PostgreSQL', postgresPlace);
