import {startSwitches} from './switches.js';

startSwitches();
