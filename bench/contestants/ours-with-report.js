// The same with its report in the page's own script, where all others have their figures.
import 'qd-widgets/seeds/qingdao-2024-h1.js';
import './ours.js';
