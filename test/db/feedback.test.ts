import { feedbackContract } from '../contracts/feedback.ts';
import { filePlace, postgresPlace } from './places.ts';

feedbackContract('an SQLite file', filePlace);
feedbackContract('PostgreSQL', postgresPlace);
