import '../hostile/data.hostile.mjs';
