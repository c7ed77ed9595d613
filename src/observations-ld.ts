import {toBaseUnits} from './decimal.js';
import {localize} from './locale.js';
import type {Observation, Report} from './schema.js';
import {sourceLink} from './source-link.js';

/** The report for machines: a schema.org Dataset with one Observation per figure, values in base units. */
export function observationsLd(report: Report): object {
  const {language, publisher, period, source, observations} = report;
  const name = (text: Parameters<typeof localize>[0]) => localize(text, language);
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Dataset',
        '@id': '#report',
        name: `${name(publisher)} ${period.start}/${period.end}`,
        description: `${observations.length}个数字，每个都有出处。`,
        inLanguage: language,
        creator: {'@type': 'GovernmentOrganization', name: name(publisher)},
        temporalCoverage: `${period.start}/${period.end}`,
        ...(source.published && {datePublished: source.published}),
        ...(source.url && {isBasedOn: source.url}),
        hasPart: observations.map(({indicator}) => ({'@id': `#${indicator}`})),
      },
      ...observations.map((observation) => observationLd(report, observation)),
    ],
  };
}

/** One figure for machines: a schema.org Observation with its value in base units, without a context. */
export function observationLd(report: Report, observation: Observation): object {
  const {indicator, label, printed, value, scale, unit, qualifier, basis, kind, provenance} = observation;
  const {start, end} = report.period;
  // A figure that reaches further back than the report says since when.
  const since = /^since-(.+)$/.exec(basis ?? '')?.[1];
  const number = kind === 'rating' ? NaN : Number(toBaseUnits(value, scale));
  return {
    '@type': 'Observation',
    '@id': `#${indicator}`,
    name: localize(label, report.language),
    alternateName: localize(label, 'en'),
    value: Number.isFinite(number) ? number : value,
    ...(unit && {unitText: unit}),
    ...(qualifier && {measurementQualifier: qualifier}),
    observationPeriod: `${since ?? start}/${end}`,
    description: printed,
    disambiguatingDescription: provenance.quote,
    ...(report.source.url && {url: sourceLink(report, provenance.quote)}),
  };
}
