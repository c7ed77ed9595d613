import '../hostile/network.node.mjs';
