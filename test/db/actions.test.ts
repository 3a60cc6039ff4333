import { actionsContract } from '../contracts/actions.ts';
import { memoryPlace, postgresPlace } from './places.ts';

actionsContract('SQLite in memory', memoryPlace);
actionsContract('PostgreSQL', postgresPlace);
