/** The file for a `<script>` tag: every element, and the bundled reports inside it. */
import '../index.js';
