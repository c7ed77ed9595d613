import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {sha256} from '../src/sha256.js';

async function nativeDigest(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('sha256', () => {
  it('has the digest of the standard for abc', () => {
    expect(sha256('abc')).to.equal('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('agrees with the browser for every length around a block', async () => {
    for (let length = 0; length < 200; length++) {
      const text = 'x'.repeat(length);
      expect(sha256(text), `${length} bytes`).to.equal(await nativeDigest(text));
    }
  });

  it('agrees with the browser for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({unit: 'binary', maxLength: 300}), async (text) => {
        expect(sha256(text)).to.equal(await nativeDigest(text));
      }),
    );
  });
});
