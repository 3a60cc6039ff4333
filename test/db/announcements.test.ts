import { announcementsContract } from '../contracts/announcements.ts';
import { memoryPlace, postgresPlace } from './places.ts';

announcementsContract('SQLite in memory', memoryPlace);
announcementsContract('PostgreSQL', postgresPlace);
