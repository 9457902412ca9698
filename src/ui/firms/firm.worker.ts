/** The worker that reads scenario files: ended with the file, or before when that takes too long. */

import { expose } from 'comlink';
import { FirmCheck } from './firmCheck.ts';

expose(new FirmCheck());
