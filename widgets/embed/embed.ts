/**
 * The file for a `<script>` tag: every element, the bundled reports inside it, and what makes cards of the links
 * of a page and fits the frames in it.
 */
import './container-fallback.js';
import '../index.js';
import {startFrameGuest} from './frame-guest.js';
import {startFrameHost} from './frame-host.js';
import {readOwnScript} from './own-script.js';
import {fitQuirksMode} from './quirks-mode.js';
import {startUpgrade} from './upgrade.js';

fitQuirksMode();
const script = readOwnScript();
startFrameGuest();
startFrameHost(script.hosts);
// An embed page has its tags; its links are for its readers.
if (!document.documentElement.hasAttribute('data-qd-frame')) startUpgrade(script);
