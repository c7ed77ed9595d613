import type {Report} from '../src/schema.js';
import {defineWords} from './words.js';

type Reason = NonNullable<Report['ignored']>[number]['reason'];

/** Why a number of the text is no indicator, in a word or two. */
export const ignoredReasons = defineWords<Record<Reason, string>>('ignored', {
  'zh-CN': {
    date: '日期',
    duration: '时长',
    version: '版本号',
    name: '名称用字',
    ordinal: '次序',
    base: '比较范围',
    aim: '目标',
    'list-marker': '序号',
    word: '普通用词',
    collective: '合称',
    vague: '概数',
  },
  en: {
    date: 'date',
    duration: 'duration',
    version: 'version',
    name: 'part of a name',
    ordinal: 'ordinal',
    base: 'what is compared with',
    aim: 'aim',
    'list-marker': 'list number',
    word: 'ordinary word',
    collective: 'collective',
    vague: 'vague number',
  },
});
