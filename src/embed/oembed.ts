import {localize} from '../locale.js';
import type {Report} from '../schema.js';
import {embedPath, type EmbedTarget} from './embed-path.js';
import type {PagePicture} from './embed-page.js';
import {embedWords} from './embed-words.js';

/** An answer of oEmbed 1.0: a photo where there is a picture of the card, otherwise a link. */
export interface OEmbed {
  version: '1.0';
  type: 'photo' | 'link';
  title: string;
  author_name: string;
  author_url?: string;
  provider_name: string;
  provider_url?: string;
  url?: string;
  width?: number;
  height?: number;
}

/**
 * What `oembed.json` beside an embed page says. The picture's address is whole where `base` is known, otherwise
 * relative to the page's folder.
 */
export function oembed(
  report: Report,
  target: EmbedTarget,
  {base, pictures = []}: {base?: string | undefined; pictures?: readonly PagePicture[]} = {},
): OEmbed {
  const publisher = localize(report.publisher, 'zh-CN');
  const picture = pictures.find(({name}) => name.endsWith('.png'));
  const {url} = report.source;
  return {
    version: '1.0',
    type: picture ? 'photo' : 'link',
    title: embedWords(report, target),
    author_name: publisher,
    ...(url && {author_url: url}),
    provider_name: publisher,
    ...(base && {provider_url: base}),
    ...(picture && {
      url: `${base ? `${base}${embedPath(target)}/` : ''}${picture.name}`,
      width: picture.width,
      height: picture.height,
    }),
  };
}
