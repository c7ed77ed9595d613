import type {Plugin} from 'vite';

export function embedPages(site: string | undefined): Plugin;
export function builtEmbedFiles(): string[];
