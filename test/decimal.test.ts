import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  compareDecimals,
  groupDigits,
  isDecimal,
  shiftPoint,
  subtractDecimals,
  toBaseUnits,
} from '../src/decimal.js';

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({min: 0n, max: 10n ** 20n}), fc.integer({min: 0, max: 12}))
  .map(([isNegative, digits, decimals]) => {
    const text = String(digits).padStart(decimals + 1, '0');
    const fraction = decimals ? `.${text.slice(-decimals)}` : '';
    return (isNegative ? '-' : '') + text.slice(0, text.length - decimals) + fraction;
  });

describe('isDecimal', () => {
  for (const text of ['0', '921.61', '-3.2', '007', '6.0']) {
    it(`takes ${text}`, () => expect(isDecimal(text)).to.equal(true));
  }
  for (const text of ['', '1e5', '1,234', '.5', '5.', '+1', 'NaN', '１２', '1.2.3', '1\n']) {
    it(`refuses ${JSON.stringify(text)}`, () => expect(isDecimal(text)).to.equal(false));
  }
});

describe('shiftPoint', () => {
  const cases: Array<[value: string, places: number, moved: string]> = [
    ['921.61', 8, '92161000000'],
    ['921.61', -1, '92.161'],
    ['9200', -2, '92'],
    ['0.5', 8, '50000000'],
    ['5', -3, '0.005'],
    ['-1.50', 1, '-15'],
    ['6.0', 0, '6.0'],
    ['007', 0, '007'],
    ['0', 24, '0'],
  ];
  for (const [value, places, moved] of cases) {
    it(`moves ${value} by ${places} to ${moved}`, () => expect(shiftPoint(value, places)).to.equal(moved));
  }

  it('moves there and back without a loss', () => {
    fc.assert(
      fc.property(decimal, fc.integer({min: -24, max: 24}), (value, places) => {
        expect(toBaseUnits(shiftPoint(shiftPoint(value, places), -places), 0)).to.equal(
          toBaseUnits(value, 0),
        );
      }),
    );
  });
});

describe('toBaseUnits', () => {
  it('is in the shortest form', () => {
    expect(toBaseUnits('6.0', 0)).to.equal('6');
    expect(toBaseUnits('9200', 4)).to.equal('92000000');
    expect(toBaseUnits('-0.0', 4)).to.equal('0');
  });
});

describe('compareDecimals', () => {
  it('tells 99.9 million from 1 hundred million', () => {
    expect(compareDecimals(toBaseUnits('9990', 4), toBaseUnits('1', 8))).to.equal(-1);
  });
  it('takes 6.0 and 6 for equal', () => expect(compareDecimals('6.0', '6')).to.equal(0));
  it('tells numbers apart that floating point does not', () => {
    expect(compareDecimals('9007199254740993', '9007199254740992')).to.equal(1);
  });
  it('agrees with the sign of the difference', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const difference = subtractDecimals(a, b);
        const sign = difference === '0' ? 0 : difference.startsWith('-') ? -1 : 1;
        expect(compareDecimals(a, b)).to.equal(sign);
      }),
    );
  });
});

describe('subtractDecimals', () => {
  it('is exact where floating point is not', () => expect(subtractDecimals('0.3', '0.1')).to.equal('0.2'));
  it('gives back the first value when the second is taken away and returned', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const opposite = toBaseUnits(b, 0).replace(/^(-?)/, (sign) => (sign ? '' : '-'));
        expect(subtractDecimals(subtractDecimals(a, b), opposite)).to.equal(toBaseUnits(a, 0));
      }),
    );
  });
});

describe('groupDigits', () => {
  const cases: Array<[value: string, grouped: string]> = [
    ['999', '999'],
    ['13903', '13,903'],
    ['1234567.1234', '1,234,567.1234'],
    ['-1234', '-1,234'],
  ];
  for (const [value, grouped] of cases) {
    it(`writes ${value} as ${grouped}`, () => expect(groupDigits(value)).to.equal(grouped));
  }
});
