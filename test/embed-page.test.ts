import {expect} from '@open-wc/testing';
import seed from '../seeds/qingdao-2024-h1.json';
import {embedPage} from '../src/embed/embed-page.js';
import {embedPath, readEmbedPath} from '../src/embed/embed-path.js';
import {embedSnippet} from '../src/embed/embed-snippet.js';
import {embedTargets} from '../src/embed/embed-targets.js';
import {oembed} from '../src/embed/oembed.js';
import {reportFiles} from '../src/embed/report-files.js';
import type {Report} from '../src/schema.js';

const report = seed as unknown as Report;
const BASE = 'https://www.example.gov.cn/qd/';
const metric = {name: 'metric', report: report.id, part: 'video-feeds'} as const;
const PICTURE = {name: 'card.png', width: 400, height: 220};

const parse = (page: string) => new DOMParser().parseFromString(page, 'text/html');

describe('embedTargets', () => {
  const paths = embedTargets(report).map((target) => embedPath(target));

  it('names addresses that lead back to what they stand for', () => {
    for (const target of embedTargets(report)) {
      const {name, report: id, part} = readEmbedPath(`/qd/${embedPath(target)}/`)!;
      expect({name, report: id, part}).to.deep.equal(target);
    }
    expect(new Set(paths).size).to.equal(paths.length);
  });

  const cases: Array<[behaviour: string, path: string, isThere: boolean]> = [
    ['has a measure for a share', 'embed/progress/qingdao-2024-h1/ocean-data-share', true],
    ['has none for a count', 'embed/progress/qingdao-2024-h1/video-feeds', false],
    ['has a chart for a figure of several periods', 'embed/chart/qingdao-2024-h1/public-data-records', true],
    ['has none for a figure of one', 'embed/chart/qingdao-2024-h1/video-feeds', false],
    ['has the standings of an area that has any', 'embed/standings/qingdao-2024-h1/digital-government', true],
    ['has none of an area without', 'embed/standings/qingdao-2024-h1/coordination', false],
  ];
  for (const [behaviour, path, isThere] of cases) {
    it(behaviour, () => expect(paths.includes(path)).to.equal(isThere));
  }

  it('leaves out the lists that a report does not have', () => {
    const {issues: _issues, plans: _plans, series: _series, ...rest} = report;
    const names = embedTargets(rest).map(({name}) => name);
    for (const name of ['issue-list', 'plan-list', 'chart']) expect(names).not.to.include(name);
  });
});

describe('embedPage', () => {
  it('keeps to its own policy: nothing inline, no address of elsewhere to load', () => {
    for (const target of embedTargets(report)) {
      const page = parse(embedPage(report, target));
      expect(page.querySelectorAll('style, [style], script:not([src], [type$=json])')).to.have.length(0);
      for (const element of page.querySelectorAll('[src], link[rel=stylesheet]')) {
        expect(element.getAttribute('src') ?? element.getAttribute('href')).to.match(/^(?:\.\.\/)+[\w.]+$/);
      }
    }
  });

  it('shows words of a report as words', () => {
    const evil = '</script><img src=x onerror=alert(1)>';
    const observation = {...report.observations[0]!, label: {'zh-CN': evil, en: evil}};
    const own = {...report, publisher: {'zh-CN': evil}, observations: [observation]};
    for (const target of embedTargets(own)) {
      const page = parse(embedPage(own, target, {isBundled: false}));
      expect(page.querySelector('img')).to.equal(null);
    }
  });

  it('gives whole addresses only where it knows where it stands', () => {
    const address = (page: Document, selector: string) =>
      page.querySelector(selector)?.getAttribute('content') ??
      page.querySelector(selector)?.getAttribute('href');
    const here = parse(embedPage(report, metric, {base: BASE, pictures: [PICTURE]}));
    const nowhere = parse(embedPage(report, metric, {pictures: [PICTURE]}));
    const folder = `${BASE}embed/metric/qingdao-2024-h1/video-feeds/`;
    expect(address(here, '[rel=canonical]')).to.equal(folder);
    expect(address(here, '[property="og:image"]')).to.equal(`${folder}card.png`);
    expect(address(nowhere, '[rel=canonical]')).to.equal(undefined);
    expect(address(nowhere, '[property="og:image"]')).to.equal('card.png');
    expect(address(nowhere, '[type="application/json+oembed"]')).to.equal('oembed.json');
  });

  it('carries a figure that the embed files do not know, and nothing it does not need', () => {
    const page = parse(embedPage(report, metric, {isBundled: false}));
    const tag = page.querySelector('qd-metric')!;
    const {observations, issues} = JSON.parse(tag.querySelector('[type="application/json"]')!.textContent!);
    expect(tag.getAttribute('report')).to.equal(null);
    expect(observations.map(({printed}: {printed: string}) => printed)).to.deep.equal(['近30万路']);
    expect(issues).to.equal(undefined);
  });

  it('refuses what the report does not have', () => {
    expect(() => embedPage(report, {...metric, part: 'nothing-such'})).to.throw(RangeError, 'nothing-such');
  });
});

describe('oembed', () => {
  it('is a photo where there is a picture', () => {
    const answer = oembed(report, metric, {base: BASE, pictures: [PICTURE]});
    expect(answer).to.include({
      version: '1.0',
      type: 'photo',
      title: '汇聚全市视频 近30万路',
      provider_name: '青岛市大数据局',
      url: `${BASE}embed/metric/qingdao-2024-h1/video-feeds/card.png`,
      width: 400,
      height: 220,
    });
  });

  it('is a link where there is none', () => {
    expect(oembed(report, metric, {base: BASE}))
      .to.include({type: 'link'})
      .and.not.have.property('url');
  });
});

describe('reportFiles', () => {
  it('puts each picture beside its page', async () => {
    const paths: string[] = [];
    const drawPictures = async () => [{...PICTURE, content: new Uint8Array([1])}];
    for await (const {path} of reportFiles(report, {drawPictures})) paths.push(path);
    expect(paths).to.include('embed/metric/qingdao-2024-h1/video-feeds/card.png');
    expect(paths).to.include('embed/reports/qingdao-2024-h1.json');
    expect(new Set(paths).size).to.equal(paths.length);
  });
});

describe('embedSnippet', () => {
  const request = {report, target: metric, base: BASE, version: '1.2.3', integrity: {}};
  for (const form of ['html', 'tag', 'png', 'iframe', 'marker'] as const) {
    it(`stands on one line as ${form}`, () => {
      const {article} = embedSnippet(form, request);
      expect(article).not.to.match(/\n| {2}|> </);
    });
  }

  it('names the data of a report that the embed files do not know', () => {
    const {article} = embedSnippet('tag', {...request, isBundled: false});
    expect(article).to.contain(`<qd-metric src="${BASE}embed/reports/qingdao-2024-h1.json" indicator=`);
  });
});
