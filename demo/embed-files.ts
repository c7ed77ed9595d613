/** The embed files as the builder needs them: their version and hashes, and in the one-file edition their text. */
export interface EmbedFiles {
  version: string;
  /** Hashes by name, as `embed/sri.json` has them. */
  files: Record<string, string>;
  /** Text by name, where no file stands beside the page. */
  code?: Record<string, string> | undefined;
}

/** Reads the block of data that the page carries. */
export function readEmbedFiles(): EmbedFiles {
  return JSON.parse(document.querySelector('#embed-files')!.textContent) as EmbedFiles;
}
