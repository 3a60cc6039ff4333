import { demoContract } from '../contracts/demo.ts';
import { memoryPlace, postgresPlace } from './places.ts';

demoContract('SQLite in memory', memoryPlace);
demoContract('PostgreSQL', postgresPlace);
