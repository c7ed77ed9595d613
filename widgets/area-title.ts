import {localize} from '../src/locale.js';
import type {Area} from '../src/schema.js';
import {displayText} from '../src/display-text.js';

/** The title of an area in its two parts: what is reformed, and to what end. */
export interface AreaTitle {
  name: string;
  /** Empty where the title has one part. */
  aim: string;
}

/** 聚焦服务效能改革，纵深推进数字政府建设 is 服务效能改革 and 纵深推进数字政府建设; an English title is parted at its colon. */
export function areaTitle({title}: Area, language: string): AreaTitle {
  const shown = displayText(localize(title, language), language).replace(/^聚焦(?=.)/, '');
  const [, name, aim] = /^([^，：:]+)(?:，|：|: )(.+)$/s.exec(shown) ?? ['', shown, ''];
  return {name: name!, aim: aim!};
}
