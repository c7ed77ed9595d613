// The same rows, each with its source button, as hand-written HTML.
import './static.css';

const text = (value) => value['zh-CN'];
const button = (name) => `<button type="button" aria-label="出处：${name}">出处</button>`;
const forms = {
  'qd-table': (_report, rows) =>
    `<table><thead><tr>${['指标', '所属工作', '限定', '数值', '单位', '出处'].map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead><tbody>${rows
      .map(
        ({label, item, hedge, value, unit}) =>
          `<tr><th scope="row">${label}</th><td>${item}</td><td>${hedge}</td><td>${value}</td><td>${unit}</td><td>${button(label)}</td></tr>`,
      )
      .join('')}</tbody></table>`,
  'qd-issue-list': ({issues, plans}) =>
    `<ol>${issues
      .map(
        (issue, at) =>
          `<li class="card"><div><p><b>问题${at + 1}</b></p><p class="label" role="heading" aria-level="3">${text(issue.title)}</p><p>${text(issue.text)}</p><p>${button(text(issue.title))}</p></div><div><p><b>打算</b> <i>编者关联 · 直接回应</i></p><p class="label" role="heading" aria-level="3">${text(plans[0].title)}</p><p>${text(plans[0].text)}</p><p>${button(text(plans[0].title))}</p></div></li>`,
      )
      .join('')}</ol>`,
};

globalThis.draw = async (tag, report, rows) => {
  const root = document.querySelector('#root');
  root.className = '';
  root.innerHTML = forms[tag](report, rows);
};
contest({fill() {}, change() {}});
