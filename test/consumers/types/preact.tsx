import type {} from 'qd-widgets/preact';
import {useRef} from 'preact/hooks';
import type {QdMetric} from 'qd-widgets/widgets/qd-metric.js';

export function Right({report}: {report: object}) {
  const card = useRef<QdMetric>(null);
  return (
    <qd-report report={report} class="wide" key="1">
      <qd-metric
        ref={card}
        indicator="data-resource-calls"
        variant="hero"
        framed
        onqd-error={({detail}) => console.log(detail.code)}
        onClick={() => card.current?.reload()}
      >
        数据资源调用 921.61亿次
      </qd-metric>
      <qd-metric indicator="of-another-report" />
      <qd-area area="data-elements" heading-level={2} />
    </qd-report>
  );
}

export const wrong = [
  // @ts-expect-error: there is no such form.
  <qd-metric key="1" variant="huge" />,
  // @ts-expect-error: nor such a tag.
  <qd-figure key="2" />,
  // @ts-expect-error: nor such an attribute.
  <qd-metric key="3" indicatr="data-resource-calls" />,
  // @ts-expect-error: the element writes its state itself.
  <qd-metric key="4" state="ready" />,
  // @ts-expect-error: the detail has no such field.
  <qd-metric key="5" onqd-error={({detail}) => console.log(detail.reason)} />,
];
