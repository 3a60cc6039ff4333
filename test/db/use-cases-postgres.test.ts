import { useCasesContract } from '../contracts/use-cases.ts';
import { postgresPlace } from './places.ts';

useCasesContract('PostgreSQL', postgresPlace);
