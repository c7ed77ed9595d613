import type {Plugin} from 'vite';

export function docsPages(site: string | undefined): Plugin;
