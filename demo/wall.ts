import 'qd-widgets/widgets/qd-dashboard.js';
import {startSwitches} from './switches.js';

startSwitches();

// `?mode=page`: the same tag as a page.
if (new URLSearchParams(location.search).get('mode') === 'page') {
  document.querySelector('qd-dashboard')!.setAttribute('mode', 'page');
  document.documentElement.classList.add('page');
}

// A wall has no room for a link that is always seen.
addEventListener('keydown', ({key}) => {
  if (key === 'Escape') document.querySelector<HTMLAnchorElement>('.back')!.click();
});
