/** One example: what it shows, in both languages, and its markup, which is rendered and shown as it is. */
export interface Example {
  zh: string;
  en: string;
  code: string;
  /** Takes the whole width. */
  wide?: boolean;
  /** Where it can be seen instead, because it needs a page of its own. */
  page?: string;
}

export interface TagExamples {
  tag: string;
  zh: string;
  en: string;
  examples: readonly Example[];
}

const R = 'report="qingdao-2024-h1"';

/** Every tag in every state and variant. */
export const GALLERY: readonly TagExamples[] = [
  {
    tag: 'qd-metric',
    zh: '一个数字：照报告原样，带单位和限定词，点一下看出处。',
    en: 'One figure as printed, with its unit and hedge; one click shows its sentence.',
    examples: [
      {
        zh: '卡片',
        en: 'Card',
        code: `<qd-metric ${R}\n  indicator="data-resource-calls">\n  数据资源调用 921.61亿次\n</qd-metric>`,
      },
      {
        zh: '小块',
        en: 'Tile',
        code: `<qd-metric variant="tile" ${R}\n  indicator="video-feeds">\n  汇聚全市视频 近30万路\n</qd-metric>`,
      },
      {
        zh: '句中',
        en: 'In a sentence',
        code: `<p>\n  完成医学检查检验结果互认\n  <qd-metric variant="inline" ${R}\n    indicator="mutual-recognition-times">89.41万项次</qd-metric>。\n</p>`,
      },
      {
        zh: '特大',
        en: 'Hero',
        wide: true,
        code: `<qd-metric variant="hero" ${R}\n  indicator="data-exchange-turnover">\n  数据累计交易额 超9200万元\n</qd-metric>`,
      },
      {
        zh: '带框，放进别人的页面',
        en: 'Framed, for foreign pages',
        code: `<qd-metric framed ${R}\n  indicator="smart-communities">\n  建成智慧社区 超过400个\n</qd-metric>`,
      },
      {
        zh: '与另一时期比较',
        en: 'Against another period',
        code: `<qd-metric change="2023" ${R}\n  indicator="cockpit-topics">\n  领导驾驶舱专题 34个\n</qd-metric>`,
      },
      {
        zh: '不能比较时说明原因',
        en: 'Not comparable, and why',
        code: `<qd-metric change="2025-06" ${R}\n  indicator="tasks-implemented">\n  推动落地的数字青岛任务 58项\n</qd-metric>`,
      },
      {
        zh: '各时期走势',
        en: 'Over its periods',
        code: `<qd-metric trend ${R}\n  indicator="public-data-records">\n  高质量公共数据条数 2202亿条\n</qd-metric>`,
      },
      {
        zh: '同一事物的两个量',
        en: 'Two measures of one thing',
        code: `<qd-metric also="public-data-records" ${R}\n  indicator="public-data-volume">\n  高质量公共数据总量 3179.85TB、2202亿条\n</qd-metric>`,
      },
      {
        zh: '等待更新的数字',
        en: 'Waiting for a newer figure',
        code: `<qd-metric stale ${R}\n  indicator="drone-flights">\n  无人机飞行 4300余架次\n</qd-metric>`,
      },
      {
        zh: '手填的数字，没有报告作依据',
        en: 'Typed by hand, no report behind it',
        code: `<qd-metric label="示例数据" value="1.5" scale="万" unit="人次" qualifier="近">\n  示例数据 近1.5万人次\n</qd-metric>`,
      },
      {
        zh: '大字版、英文',
        en: 'Large print, English',
        code: `<qd-metric text="large" locale="en" ${R}\n  indicator="sensing-devices">\n  接入感知设备 18万余个\n</qd-metric>`,
      },
      {
        zh: '加载中；这个地址不应答，15秒后改为说明',
        en: 'Loading; the address never answers, so that it is said after 15 s',
        code: `<qd-metric src="never-answers.json" indicator="data-resource-calls"></qd-metric>`,
      },
      {
        zh: '报告没有给出的数字',
        en: 'A figure that the report does not give',
        code: `<qd-metric label="示例指标" value=""></qd-metric>`,
      },
      {
        zh: '出错：没有这份报告',
        en: 'Error: no such report',
        code: `<qd-metric report="qingdao-2025-h1" indicator="video-feeds">\n  汇聚全市视频 近30万路\n</qd-metric>`,
      },
      {
        zh: '出错：指标写错了',
        en: 'Error: a misspelt indicator',
        code: `<qd-metric ${R}\n  indicator="video-feed">\n  汇聚全市视频 近30万路\n</qd-metric>`,
      },
      {
        zh: '出错：数据取不到',
        en: 'Error: data that cannot be had',
        code: `<qd-metric src="missing.json" indicator="video-feeds">\n  汇聚全市视频 近30万路\n</qd-metric>`,
      },
      {
        zh: '出错：数据不合格式',
        en: 'Error: data of another form',
        code: `<qd-metric indicator="video-feeds">\n  汇聚全市视频 近30万路\n  <script type="application/json">{"format": 1}</script>\n</qd-metric>`,
      },
    ],
  },
  {
    tag: 'qd-progress',
    zh: '占总体的份额，或对照目标；报告没有给出总体时不画，只说明。',
    en: 'A share of a whole, or a value against a target; without a whole it refuses, in words.',
    examples: [
      {
        zh: '条形，约：末端渐隐',
        en: 'Bar, about: the end fades',
        code: `<qd-progress ${R}\n  indicator="ocean-data-share">\n  海洋数据占全国的比重 约为25%\n</qd-progress>`,
      },
      {
        zh: '条形，以上：末端箭头',
        en: 'Bar, at least: an arrow',
        code: `<qd-progress ${R}\n  indicator="rubber-industry-data-share">\n  橡胶行业数据占行业总量的比重 30%以上\n</qd-progress>`,
      },
      {
        zh: '环形',
        en: 'Ring',
        code: `<qd-progress variant="ring" ${R}\n  indicator="ocean-data-share">\n  海洋数据占全国的比重 约为25%\n</qd-progress>`,
      },
      {
        zh: '对照编辑给出的目标',
        en: 'Against a target that an editor gives',
        code: `<qd-progress target="500" ${R}\n  indicator="smart-communities">\n  建成智慧社区 超过400个\n</qd-progress>`,
      },
      {
        zh: '带框',
        en: 'Framed',
        code: `<qd-progress framed ${R}\n  indicator="ocean-data-share">\n  海洋数据占全国的比重 约为25%\n</qd-progress>`,
      },
      {
        zh: '出错：不是份额',
        en: 'Error: not a share',
        code: `<qd-progress ${R}\n  indicator="data-centres">\n  统筹规划布局数据中心 49个\n</qd-progress>`,
      },
    ],
  },
  {
    tag: 'qd-standings',
    zh: '位次、梯队、评价；报告写明总数的才画刻度。',
    en: 'Ranks, tiers and ratings; a scale only where the report states the total.',
    examples: [
      {zh: '全部', en: 'All', wide: true, code: `<qd-standings ${R}></qd-standings>`},
      {
        zh: '指定几个',
        en: 'Some of them',
        wide: true,
        code: `<qd-standings ${R}\n  indicators="smart-city-rank digital-gov-tier"></qd-standings>`,
      },
      {
        zh: '没有位次的领域',
        en: 'An area without standings',
        wide: true,
        code: `<qd-standings ${R} area="digital-society"></qd-standings>`,
      },
    ],
  },
  {
    tag: 'qd-chart',
    zh: '几个指标并列，或一个指标的各个时期；总带着同样内容的表。',
    en: 'Indicators side by side, or one over its periods, always with its table.',
    examples: [
      {
        zh: '条形：几个指标',
        en: 'Bar: several indicators',
        wide: true,
        code: `<qd-chart ${R}\n  indicators="rubber-industry-data public-data-records ningmengdou-industrial-data ocean-data-records"></qd-chart>`,
      },
      {
        zh: '条形：各个时期',
        en: 'Bar: periods',
        code: `<qd-chart ${R}\n  indicators="public-data-records"></qd-chart>`,
      },
      {
        zh: '折线：各个时期',
        en: 'Line: periods',
        code: `<qd-chart type="line" ${R}\n  indicators="public-data-records"></qd-chart>`,
      },
      {
        zh: '环形：份额',
        en: 'Doughnut: a share',
        code: `<qd-chart type="doughnut" ${R}\n  indicators="ocean-data-share"></qd-chart>`,
      },
      {
        zh: '出错：单位不同，不能并列',
        en: 'Error: units that do not compare',
        code: `<qd-chart ${R}\n  indicators="data-resource-calls video-feeds">\n  数据资源调用 921.61亿次，汇聚全市视频 近30万路\n</qd-chart>`,
      },
    ],
  },
  {
    tag: 'qd-table',
    zh: '全部数字：排序、查找、分领域，下载CSV和JSON。',
    en: 'Every figure: sort, search, by area, CSV and JSON.',
    examples: [
      {
        zh: '一个领域',
        en: 'One area',
        wide: true,
        code: `<qd-table ${R} area="digital-infrastructure"></qd-table>`,
      },
    ],
  },
  {
    tag: 'qd-issue-list',
    zh: '问题，连到编者关联的打算。',
    en: 'Problems, each with the plans an editor linked to it.',
    examples: [{zh: '列表', en: 'List', wide: true, code: `<qd-issue-list ${R}></qd-issue-list>`}],
  },
  {
    tag: 'qd-plan-list',
    zh: '打算；报告没有说明进展的，就写没有说明。',
    en: 'Plans; progress that the report does not state is not claimed.',
    examples: [
      {zh: '全文', en: 'With their texts', wide: true, code: `<qd-plan-list ${R}></qd-plan-list>`},
      {zh: '只列题目', en: 'Titles only', wide: true, code: `<qd-plan-list compact ${R}></qd-plan-list>`},
    ],
  },
  {
    tag: 'qd-source',
    zh: '报告原文，数字都标出来，能点回卡片。',
    en: 'The report’s text with every figure marked and linked to its card.',
    examples: [
      {
        zh: '按标题折叠',
        en: 'Folded by its headings',
        wide: true,
        code: `<qd-source ${R}></qd-source>`,
      },
      {
        zh: '一个领域，注明其余的数为何不是指标',
        en: 'One area, and why other numbers are no indicators',
        wide: true,
        code: `<qd-source annotated ${R} area="digital-society"></qd-source>`,
      },
    ],
  },
  {
    tag: 'qd-document-list',
    zh: '文件，动词照报告：印发不是编制。',
    en: 'Documents, each with the report’s own verb.',
    examples: [
      {zh: '全部', en: 'All', wide: true, code: `<qd-document-list ${R}></qd-document-list>`},
      {
        zh: '没有文件的领域',
        en: 'An area without documents',
        wide: true,
        code: `<qd-document-list ${R} area="digital-society"></qd-document-list>`,
      },
    ],
  },
  {
    tag: 'qd-platform-list',
    zh: '报告点名的平台、系统和机构，各带提到它的数字。',
    en: 'Platforms, systems and institutions, each with the figures that mention it.',
    examples: [
      {
        zh: '一个领域',
        en: 'One area',
        wide: true,
        code: `<qd-platform-list ${R} area="digital-government"></qd-platform-list>`,
      },
    ],
  },
  {
    tag: 'qd-area',
    zh: '一个工作领域：事项、原文和数字。',
    en: 'One area of work: its items, texts and figures.',
    examples: [
      {
        zh: '一个领域',
        en: 'One area',
        wide: true,
        code: `<qd-area ${R} area="digital-infrastructure"></qd-area>`,
      },
    ],
  },
  {
    tag: 'qd-qr',
    zh: '扫一扫在手机打开；手机上只留网址。',
    en: 'Opens an address on a phone; on a phone only the address is left.',
    examples: [
      {zh: '当前页', en: 'This page', code: `<qd-qr></qd-qr>`},
      {
        zh: '一数一码',
        en: 'One figure, one code',
        code: `<qd-qr href="index.html#data-resource-calls"></qd-qr>`,
      },
      {zh: '不是网址', en: 'No web address', code: `<qd-qr href="mailto:a@example.org"></qd-qr>`},
    ],
  },
  {
    tag: 'qd-dashboard',
    zh: '整份报告，一个标签。',
    en: 'The whole report in one tag.',
    examples: [
      {
        zh: '网页',
        en: 'As a page',
        wide: true,
        page: './wall.html?mode=page',
        code: `<qd-dashboard ${R}></qd-dashboard>`,
      },
      {
        zh: '大屏，16:9',
        en: 'As a wall, 16:9',
        wide: true,
        page: './wall.html',
        code: `<qd-dashboard mode="wall" ${R}></qd-dashboard>`,
      },
    ],
  },
  {
    tag: 'qd-report',
    zh: '不显示什么，只把报告交给里面的标签。',
    en: 'Shows nothing itself; gives its report to the tags inside.',
    examples: [
      {
        zh: '一份报告，两张卡片',
        en: 'One report, two cards',
        wide: true,
        code: `<qd-report ${R}>\n  <div class="qd-grid">\n    <qd-metric indicator="data-centres">统筹规划布局数据中心 49个</qd-metric>\n    <qd-metric indicator="drone-flights">无人机飞行 4300余架次</qd-metric>\n  </div>\n</qd-report>`,
      },
    ],
  },
];
