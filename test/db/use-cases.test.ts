import { useCasesContract } from '../contracts/use-cases.ts';
import { filePlace, postgresPlace } from './places.ts';

useCasesContract('an SQLite file', filePlace);
useCasesContract('PostgreSQL', postgresPlace);
