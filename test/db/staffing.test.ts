import { staffingContract } from '../contracts/staffing.ts';
import { memoryPlace, postgresPlace } from './places.ts';

staffingContract('SQLite in memory', memoryPlace);
staffingContract('PostgreSQL', postgresPlace);
