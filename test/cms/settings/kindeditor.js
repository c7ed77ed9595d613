// KindEditor 4：KindEditor.create('#content', {htmlTags: qdHtmlTags})
var qdTags = (
  'qd-metric qd-progress qd-chart qd-standings qd-table qd-source ' +
  'qd-document-list qd-platform-list qd-area qd-issue-list qd-plan-list qd-dashboard'
).split(' ');
var qdAttributes = (
  'report indicator indicators area variant theme text locale ' +
  'target change trend also type mode heading-level'
).split(' ');
var qdHtmlTags = {};
Object.keys(KindEditor.options.htmlTags).forEach(function (tag) {
  qdHtmlTags[tag] = KindEditor.options.htmlTags[tag];
});
qdTags.forEach(function (tag) {
  qdHtmlTags[tag] = qdAttributes;
});
