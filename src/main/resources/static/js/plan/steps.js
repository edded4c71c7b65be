/** The life of a plan on the page: its steps, what is said about it, who else is there, and changes that cross. */
import * as conflict from './conflict.js';
import * as people from './people.js';
import * as action from './steps/action.js';
import * as stepper from './steps/stepper.js';
import * as talk from './talk.js';

export function start() {
  stepper.start();
  action.start();
  conflict.start();
  talk.start();
  people.start();
}
