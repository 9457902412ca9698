/** The worker that reads run files: ended with the file, or before when that takes too long. */

import { expose } from 'comlink';
import { FileCheck } from './fileCheck.ts';

expose(new FileCheck());
