/** The window that a theme's accent is fitted into, as the widgets' tokens have it: OKLCH lightness and chroma. */
const WINDOWS = {
  light: {low: 0.2, high: 0.47, chroma: 0.18},
  dark: {low: 0.78, high: 0.86, chroma: 0.09},
};

/**
 * The accent for a brand, as the widgets derive it: the brand's hue with a lightness that has contrast enough on
 * the theme's ground. `brand` is `#rgb` or `#rrggbb`; `undefined` for anything else.
 */
export function brandAccent(brand: string, theme: 'light' | 'dark'): string | undefined {
  const [, short, long] = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(brand.trim()) ?? [];
  const digits = long ?? short?.replace(/./g, '$&$&');
  if (!digits) return undefined;
  const [r, g, b] = [0, 2, 4].map((at) => toLinear(parseInt(digits.slice(at, at + 2), 16) / 255));
  const [lightness, a, bb] = toLab(r!, g!, b!);
  const {low, high, chroma} = WINDOWS[theme];
  const fitted = Math.min(Math.max(lightness, low), high);
  const own = Math.hypot(a, bb);
  const factor = own > chroma ? chroma / own : 1;
  // What no screen has is cut off channel by channel, as browsers do it.
  const rgb = toRgb(fitted, a * factor, bb * factor);
  return `#${rgb.map(toHex).join('')}`;
}

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function toHex(linear: number): string {
  const channel = Math.min(Math.max(linear, 0), 1);
  const curved = channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;
  return Math.round(curved * 255)
    .toString(16)
    .padStart(2, '0');
}

/** Linear sRGB to OKLab, after Björn Ottosson. */
function toLab(r: number, g: number, b: number): [number, number, number] {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toRgb(lightness: number, a: number, b: number): number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}
