import {registerReport, type AreaId, type IndicatorId} from 'qd-widgets';
import 'qd-widgets/widgets/qd-metric.js';

export const right: IndicatorId<'qingdao-2024-h1'> = 'data-resource-calls';
// @ts-expect-error: no figure of the report has this id.
export const wrong: IndicatorId<'qingdao-2024-h1'> = 'data-resource-call';
export const area: AreaId = 'data-elements';
// @ts-expect-error: nor has an area.
export const wrongArea: AreaId = 'data';

registerReport('own', () => fetch('/own.json').then((answer) => answer.json()));
// @ts-expect-error: an id is text.
registerReport(1, {});

const card = document.createElement('qd-metric');
card.indicator = 'data-resource-calls';
card.indicator = 'of-another-report';
card.variant = 'hero';
// @ts-expect-error: there is no such form.
card.variant = 'huge';
card.addEventListener('qd-error', ({detail}) => {
  console.log(detail.code === 'timeout', detail.message);
  // @ts-expect-error: nor such a fault.
  console.log(detail.code === 'late');
});
