import { useCasesContract } from '../contracts/use-cases.ts';
import { filePlace } from './places.ts';

useCasesContract('an SQLite file', filePlace);
