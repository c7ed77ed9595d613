import {expect} from '@open-wc/testing';
import {judgePolicy} from '../src/embed/judge-policy.js';

const folder = 'https://www.example.gov.cn/qd/embed/';
const rows: Array<[policy: string, faults: string, hasTrustedTypes?: boolean]> = [
  ['', ''],
  ["default-src 'self'", ''],
  ["frame-ancestors 'self'", ''],
  ["default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'", ''],
  ["default-src 'none'", 'script style connect picture'],
  ["script-src 'sha256-abc' 'unsafe-inline'", 'script'],
  ["script-src 'self' 'strict-dynamic' 'nonce-a'", 'script'],
  ['script-src https://www.example.gov.cn; style-src *.gov.cn; img-src https:', ''],
  ['script-src https://www.example.gov.cn/js/; style-src www.example.gov.cn/qd/', 'script'],
  ['script-src *.cdn.cn http://www.example.gov.cn www.example.gov.cn:8443', 'script'],
  ["script-src 'self'; script-src 'none'", ''],
  ["script-src-elem 'none'; script-src 'self'", 'script'],
  ["default-src 'self', style-src 'none'", 'style'],
  ["require-trusted-types-for 'script'", '', true],
  ["require-trusted-types-for 'script'; trusted-types a qd-widgets", '', true],
  ["require-trusted-types-for 'script'; trusted-types a", 'templates', true],
  ["require-trusted-types-for 'script'; trusted-types 'none'", 'templates', true],
];

describe('judgePolicy', () => {
  for (const [policy, faults, hasTrustedTypes = false] of rows) {
    it(policy || 'no policy', () => {
      const verdict = judgePolicy(policy, folder);
      expect(verdict).to.deep.equal({faults: faults.split(' ').filter(Boolean), hasTrustedTypes});
    });
  }
});
