// TinyMCE 6–8: tinymce.init({selector: '#content', ...qdSettings})
const tags = (
  'qd-metric qd-progress qd-chart qd-standings qd-table qd-source ' +
  'qd-document-list qd-platform-list qd-area qd-issue-list qd-plan-list qd-dashboard'
).split(' ');
const attributes = (
  'report indicator indicators area variant theme text locale ' +
  'target change trend also type mode heading-level'
).split(' ');

export const qdSettings = {
  // 自定义标签默认会被删掉，只剩文字
  custom_elements: tags.join(','),
  extended_valid_elements: tags.map((tag) => `${tag}[${attributes.join('|')}]`).join(','),
  // 地址保持原样：默认会改成相对地址，文章换了目录就打不开
  convert_urls: false,
  // 框架默认加 sandbox=""，里面的脚本不运行；这里写门户自己的主机名，不带开头的 www.
  sandbox_iframes_exclusions: ['example.gov.cn'],
};
