// chart.js as its manual says, with only the pieces that a bar chart needs; all drawn at once. Without its motion, which
// the manual has by default: that draws a chart some sixty times, and ours has none either.
import {BarController, BarElement, CategoryScale, Chart, LinearScale} from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

const POINTS = 12;
// Kept, as a page keeps what it will update.
const charts = [];

globalThis.draw = async (count, report) => {
  const root = document.querySelector('#root');
  for (let i = 0; i < count; i++) {
    const box = document.createElement('div');
    box.style.height = '260px';
    const canvas = box.appendChild(document.createElement('canvas'));
    root.append(box);
    const shown = report.observations.slice(i, i + POINTS);
    const chart = new Chart(canvas, {
      type: 'bar',
      data: {
        labels: shown.map(({label}) => label['zh-CN']),
        datasets: [{data: shown.map(({value}) => Number(value)), backgroundColor: '#1d5b96'}],
      },
      options: {animation: false, maintainAspectRatio: false},
    });
    charts.push(chart);
  }
};
globalThis.redraw = async () => {
  for (const chart of charts) {
    chart.data.datasets[0].data = chart.data.datasets[0].data.map((value) => value * 10);
    chart.update('none');
  }
};
contest({fill() {}, change() {}});
