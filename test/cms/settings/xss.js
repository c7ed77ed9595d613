// js-xss 1：new xss.FilterXSS(qdOptions).process(html)
import xss from 'xss';

const tags = (
  'qd-metric qd-progress qd-chart qd-standings qd-table qd-source ' +
  'qd-document-list qd-platform-list qd-area qd-issue-list qd-plan-list qd-dashboard'
).split(' ');
const attributes = (
  'report indicator indicators area variant theme text locale ' +
  'target change trend also type mode heading-level'
).split(' ');

export const qdOptions = {
  whiteList: {
    ...xss.getDefaultWhiteList(),
    ...Object.fromEntries(tags.map((tag) => [tag, attributes])),
  },
  // 不认识的标签删掉，里面的文字留下；默认是把标签当文字显示给读者
  stripIgnoreTag: true,
};
