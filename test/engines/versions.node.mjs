import '../hostile/versions.hostile.mjs';
